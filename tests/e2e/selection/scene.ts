import { usePageBeside } from "../page-beside";

export const beside = usePageBeside();
