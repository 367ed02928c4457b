/* What a form of strangers asks of the browser instead of its reader (cgi-bin/web/guard.h): a number that makes SHA-256 of "stamp:number" begin with
 * so many zero bits. Starts when somebody begins to write; a form sent before it is found waits the moment. Without this file the page asks a question. */
(() => {
  "use strict";
  const field = document.querySelector("input[data-work]");
  if (!field || !window.crypto || !crypto.subtle) return;
  const form = field.form, stamp = form.elements.stamp.value, bits = Number(field.dataset.work), text = new TextEncoder();
  let working = null;

  const hash = async (n) => new DataView(await crypto.subtle.digest("SHA-256", text.encode(stamp + ":" + n))).getUint32(0) >>> (32 - bits);
  const work = async () => {
    for (let n = 0; !field.value; n += 256) {
      const found = (await Promise.all(Array.from({ length: 256 }, (_, i) => hash(n + i)))).indexOf(0);
      if (found >= 0) field.value = String(n + found);
    }
  };
  const begin = () => (working = working || work().catch(() => (field.value = "-")));

  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", (event) => {
    if (field.value) return;
    event.preventDefault();
    begin().then(() => form.requestSubmit(event.submitter));
  });
})();
