type Optional<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };
type Required<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] };

/** Leaves out the fields that are undefined, so that "absent" has one form. */
export function compact<const T extends object>(value: T): Optional<T> & Required<T> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Optional<T> &
    Required<T>;
}
