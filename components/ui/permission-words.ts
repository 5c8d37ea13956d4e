export { permissionPhrase } from "../../lib/model/words";
