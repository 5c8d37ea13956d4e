import type { Fault } from "../../lib/model";
import { Banner } from "../ui/Banner";
import { type Doing, providerFault } from "./words";

export function FaultBanner(props: { fault: Fault; doing: Doing }) {
  const words = () => providerFault(props.fault, props.doing);
  return <Banner tone="bad" role="alert" title={words().title} text={words().remedy} />;
}
