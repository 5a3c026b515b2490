// A definition as a form: what `pst schema form` prints, drawn by React JSON Schema Form (RJSF).
// Parts are folded, and a folded part is not drawn, so that a page of thousands of fields stays quick.
import { useEffect, useRef, useState } from "react";
import RjsfForm, { getDefaultRegistry } from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { englishStringTranslator, replaceStringParameters } from "@rjsf/utils";
import { asDefinition, asFormData, idsIn, partOf, titlesOf, valueAt, withoutRequired } from "./definition.js";

const { widgets } = getDefaultRegistry();

export function PstForm({ form, definition = {}, onSave, onRefused }) {
  const data = asFormData(definition, form.schema);
  const latest = useRef(data);
  const places = useRef([]);
  const [first] = useState(data);
  const { words, translations, ...properties } = form;
  // A layer leaves out what its base says, so that nothing but an id can be missing from it.
  const schema = definition.extends ? withoutRequired(form.schema) : form.schema;
  return (
    <RjsfForm
      {...properties}
      schema={schema}
      className="pst-form"
      validator={validator}
      templates={TEMPLATES}
      widgets={{ TextWidget: IdOrText }}
      formContext={{
        words,
        ids: (list) => idsIn(latest.current, list),
        hasFaultBelow: (path) => places.current.some((one) => one.startsWith(`.${path.join(".")}.`)),
      }}
      initialFormData={first}
      noHtml5Validate
      focusOnFirstError={false}
      translateString={(said, given) =>
        said in translations ? replaceStringParameters(translations[said], given) : englishStringTranslator(said, given)
      }
      transformErrors={(errors) => {
        // In a layer null takes away what the base says.
        const isNull = ({ property }) => valueAt(property, latest.current) === null;
        const told = definition.extends ? errors.filter((error) => !isNull(error)) : errors;
        const found = worded(told, schema, words);
        places.current = found.map((one) => one.property);
        return found;
      }}
      onChange={(event) => (latest.current = event.formData)}
      onError={onRefused}
      onSubmit={(event) => onSave(asDefinition(event.formData, form.schema), "final")}
    >
      <p className="note">{words.starred}</p>
      <div className="send">
        <button type="button" className="quiet" onClick={() => onSave(asDefinition(latest.current, form.schema), "draft")}>
          {words.draft}
        </button>
        <button type="submit">{words.send}</button>
      </div>
    </RjsfForm>
  );
}

const SAID = {
  required: "is_required",
  pattern: "is_not_as_told",
  format: "is_no_day",
  minimum: "is_no_number",
  maximum: "is_not_as_told",
  oneOf: "is_no_choice",
  const: "is_no_choice",
  uniqueItems: "is_double",
};

/** Say each fault once, in the language of the form and with the titles of its place. */
function worded(errors, schema, words) {
  const byPlace = new Map();
  for (const error of errors) {
    if (byPlace.has(error.property)) continue;
    const number = error.name === "type" && error.params?.type === "integer";
    const message = words[number ? "is_no_number" : (SAID[error.name] ?? "is_wrong")];
    const stack = `${titlesOf(error.property, schema).join(" > ")}: ${message}`;
    byPlace.set(error.property, { ...error, message, stack });
  }
  return [...byPlace.values()];
}

const fill = (sentence, value) => sentence.replace("%1", value);

function Field(props) {
  const { id, label, children, errors, rawErrors, help, description } = props;
  const { hidden, required, displayLabel, uiSchema } = props;
  if (hidden) return <div hidden>{children}</div>;
  const faulty = rawErrors?.length ? " faulty" : "";
  if (!displayLabel)
    return (
      <div className={`part${faulty}`}>
        {errors}
        {children}
      </div>
    );
  const title = [label, required && <span key="*" className="star"> *</span>];
  const inside = [description, children, errors, help].map((one, place) => <div key={place}>{one}</div>);
  return uiSchema?.["ui:widget"] === "checkboxes" ? (
    <fieldset className={`field${faulty}`}>
      <legend>{title}</legend>
      {inside}
    </fieldset>
  ) : (
    <div className={`field${faulty}`}>
      <label htmlFor={id}>{title}</label>
      {inside}
    </div>
  );
}

function Part(props) {
  const { schema, properties, title, description, formData, fieldPathId, required, registry } = props;
  const inside = properties.map((one) => one.content);
  if (fieldPathId.path.length === 0) return <div className="parts">{inside}</div>;
  if (partOf(schema) === "text")
    return (
      <fieldset className="text">
        <legend>
          {title}
          {required && <span className="star"> *</span>}
        </legend>
        {description && <p className="told">{description}</p>}
        <div className="languages">{inside}</div>
      </fieldset>
    );
  const empty = Object.keys(asDefinition(formData ?? {}, schema, registry.rootSchema)).length === 0;
  const isEntry = typeof fieldPathId.path.at(-1) === "number";
  const { answered } = registry.formContext.words;
  const said = isEntry ? nameOf(formData) : empty ? "" : answered;
  return (
    <Fold
      {...{ description, said, registry }}
      path={fieldPathId.path}
      title={isEntry ? title.replace(/-([0-9]+)$/, " $1") : title}
      required={required && !isEntry}
      open={isEntry && empty}
    >
      {() => inside}
    </Fold>
  );
}

function List({ schema, items, title, formData, required, onAddClick, canAdd, registry, fieldPathId }) {
  const { words } = registry.formContext;
  const inside = (
    <>
      <div className="entries">{items}</div>
      {canAdd && (
        <button type="button" className="quiet" id={`${fieldPathId.$id}__add`} onClick={onAddClick}>
          {fill(words.add, title)}
        </button>
      )}
    </>
  );
  const description = schema.description;
  const count = formData?.length ?? 0;
  const said = count ? fill(words.entries, count) : "";
  return <Fold {...{ title, description, required, said, registry }} path={fieldPathId.path}>{() => inside}</Fold>;
}

function Entry({ children, index, buttonsProps, hasToolbar, registry }) {
  const { words } = registry.formContext;
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem } = buttonsProps;
  const button = (word, sign, act) => (
    <button type="button" className="small" title={fill(words[word], index + 1)} onClick={act}>
      <span aria-hidden="true">{sign}</span>
      <span className="unseen">{fill(words[word], index + 1)}</span>
    </button>
  );
  return (
    <div className="entry">
      <div className="inside">{children}</div>
      {hasToolbar && (
        <div className="tools">
          {hasMoveUp && button("up", "↑", onMoveUpItem)}
          {hasMoveDown && button("down", "↓", onMoveDownItem)}
          {hasRemove && button("remove", "×", onRemoveItem)}
        </div>
      )}
    </div>
  );
}

/** A part under its title; it opens by itself where something in it must be mended. */
function Fold({ title, description, required, said, registry, path, open = false, children }) {
  const [chosen, choose] = useState(open || undefined);
  const faulty = registry.formContext.hasFaultBelow(path);
  const shown = chosen ?? faulty;
  return (
    <details className={faulty ? "faulty" : ""} open={shown} onToggle={(event) => choose(event.currentTarget.open)}>
      <summary>
        <span>
          <span className="title">
            {title}
            {required && <span className="star"> *</span>}
          </span>
          {said && <span className="said">{said}</span>}
        </span>
      </summary>
      {shown && description && <p className="told">{description}</p>}
      {shown && children()}
    </details>
  );
}

/** The words by which a person knows an entry of a list. */
function nameOf(data) {
  const named = ["name", "title", "text", "citation", "number", "value", "id"].map((key) => data?.[key]);
  const found = named.find((one) => (one?.id ?? one) && typeof (one?.id ?? one) === "string");
  const words = String(found?.id ?? found ?? "");
  return words.length > 70 ? `${words.slice(0, 70)}…` : words;
}

/** An input that offers the ids of the list that its field refers to. */
function IdOrText(props) {
  const list = props.options.refersTo;
  if (!list) return <widgets.TextWidget {...props} />;
  const known = props.registry.formContext.ids(list);
  return (
    <select
      id={props.id}
      value={props.value ?? ""}
      aria-describedby={`${props.id}__description`}
      onChange={(event) => props.onChange(event.target.value || undefined)}
    >
      <option value="">{props.placeholder}</option>
      {[...new Set([...known.keys(), ...(props.value ? [props.value] : [])])].map((id) => (
        <option key={id} value={id}>
          {known.get(id) ?? id}
        </option>
      ))}
    </select>
  );
}

function ErrorList({ errors, registry }) {
  const here = useRef(null);
  useEffect(() => {
    here.current.scrollIntoView();
  }, [errors]);
  return (
    <div className="faults" role="alert" ref={here}>
      <h2>{registry.formContext.words.faults}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.stack}>{error.stack}</li>
        ))}
      </ul>
    </div>
  );
}

const FieldError = ({ errors = [], fieldPathId }) =>
  errors.length ? (
    <p className="fault" id={`${fieldPathId.$id}__error`}>
      {errors.join(", ")}
    </p>
  ) : null;

const Description = ({ id, description }) => description && <p className="told" id={id}>{description}</p>;

const TEMPLATES = {
  FieldTemplate: Field,
  ObjectFieldTemplate: Part,
  ArrayFieldTemplate: List,
  ArrayFieldItemTemplate: Entry,
  ErrorListTemplate: ErrorList,
  FieldErrorTemplate: FieldError,
  DescriptionFieldTemplate: Description,
};
