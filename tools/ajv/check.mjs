// Read one JSON array [schema, instance, instance, ...] from standard input and print one JSON
// array of booleans: whether Ajv (JSON Schema 2020-12, strict mode) accepts each instance.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { readFileSync } from "node:fs";

const [schema, ...instances] = JSON.parse(readFileSync(0, "utf-8"));
const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const accepts = ajv.compile(schema);
console.log(JSON.stringify(instances.map((instance) => accepts(instance))));
