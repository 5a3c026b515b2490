// Between the data of the form and a definition. Nothing here knows the page.

/** Follow a reference within the schema. */
const resolved = (schema, root) =>
  schema?.$ref ? { ...root.$defs[schema.$ref.split("/").at(-1)], ...schema } : (schema ?? {});

/** Tell whether an object of the schema is a text in two languages or a part with fields. */
export const partOf = (schema) =>
  Object.keys(schema.properties ?? {}).join() === "id,en" ? "text" : "part";

/** A definition as the form takes it: a text alone becomes the Indonesian of two. */
export function asFormData(data, schema, root = schema) {
  const here = resolved(schema, root);
  if (Array.isArray(data)) return data.map((one) => asFormData(one, here.items, root));
  if (typeof data === "string" && here.type === "object") return { id: data };
  if (!isObject(data)) return data;
  const below = (key) => here.properties?.[key] ?? here.additionalProperties;
  return mapped(data, (value, key) => asFormData(value, below(key), root));
}

/** What the form gives as a definition: without the parts that somebody opened and left empty. */
export function asDefinition(data, schema, root = schema) {
  const here = resolved(schema, root);
  if (Array.isArray(data)) return data.map((one) => asDefinition(one, here.items, root)).filter((one) => !isEmpty(one));
  if (!isObject(data)) return data;
  const shown = (key) => here.properties?.[key] ?? here.additionalProperties;
  // What the form does not show stays as it is: an empty mark, for one, has a meaning.
  const cleaned = mapped(data, (value, key) => (shown(key) ? asDefinition(value, shown(key), root) : value));
  return Object.fromEntries(Object.entries(cleaned).filter(([key, value]) => !shown(key) || !isEmpty(value)));
}

// An empty list stays: in a layer it says that there is none.
const isEmpty = (value) =>
  value === undefined || value === "" || (isObject(value) && Object.keys(value).length === 0);
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const mapped = (data, change) =>
  Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value, key)]));

/** The schema for a layer: what the base may say is not asked for; an id is. */
export function withoutRequired(schema) {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (!isObject(schema)) return schema;
  const changed = mapped(schema, withoutRequired);
  return Array.isArray(schema.required) ? { ...changed, required: schema.required.filter((key) => key === "id") } : changed;
}

/** The ids of a list of the definition, each with the words that name it. */
export function idsIn(data, list) {
  const entries = (list === "channels" ? data?.complaints?.channels : data?.[list]) ?? [];
  return new Map(
    entries.filter((one) => one?.id).map((one) => {
      const named = one.name ?? one.title;
      return [one.id, named?.id ?? (typeof named === "string" ? named : one.id)];
    }),
  );
}

/** The titles on the way to a fault that RJSF names as `.standards.0.fee`. */
export function titlesOf(property, root) {
  const titles = [];
  let here = root;
  for (const key of (property ?? "").split(".").filter(Boolean)) {
    const inner = resolved(here, root);
    if (/^[0-9]+$/.test(key) && inner.items) {
      titles.push(`${titles.pop() ?? ""} ${Number(key) + 1}`.trim());
      here = inner.items;
    } else {
      here = inner.properties?.[key];
      titles.push(here?.title ?? key);
    }
  }
  return titles;
}

/** The value at a place that RJSF names as `.standards.0.fee`. */
export const valueAt = (property, data) =>
  (property ?? "").split(".").filter(Boolean).reduce((here, key) => here?.[key], data);
