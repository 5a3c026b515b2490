// The page: reads the form and the definition from the page itself, and sends what was filled in.
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { PstForm } from "./pst-form.jsx";

const given = (id) => JSON.parse(document.getElementById(id).textContent);
const cookie = (name) => new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? "";
const form = given("pst-form");
const { words } = form;

function Page() {
  const [answer, setAnswer] = useState(null);
  const save = async (definition, step) => {
    const reply = await fetch(`?step=${step}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
      body: JSON.stringify(definition),
    });
    setAnswer({ saved: reply.ok, findings: (await reply.json()).findings ?? [] });
  };
  return (
    <>
      {answer && <Answer {...answer} />}
      <PstForm form={form} definition={given("pst-definition")} onSave={save} onRefused={() => setAnswer(null)} />
    </>
  );
}

function Answer({ saved, findings }) {
  const here = useRef(null);
  useEffect(() => {
    here.current.scrollIntoView();
  }, [findings]);
  return (
    <section className={saved ? "answer" : "answer faults"} role="status" ref={here}>
      <p>
        {saved ? words.saved : words.not_saved}{" "}
        {findings.length ? words.found.replace("%1", findings.length) : words.sound}
      </p>
      <ul>
        {findings.map((found, place) => (
          <li key={place}>
            {found.message} {found.hint} <small>{found.rule}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
