/** The package's types tell of all its icons together; loaded together they would be in every test and every start. */
declare module "lucide/dist/esm/icons/*.mjs" {
  const node: import("lucide").IconNode;
  export default node;
}

declare module "lucide/dist/esm/createElement.mjs" {
  export { createElement as default } from "lucide";
}
