/* Passkeys (cgi-bin/account/webauthn.h): asks the browser as the form says in its data, fills its answer in and sends the form like any other.
 * Without this file or without passkeys the form stays hidden, and the page says what to do instead. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-act]");
  if (!form || !window.PublicKeyCredential || !AuthenticatorAttestationResponse.prototype.getAuthenticatorData) return;
  const { act, host, site, challenge, owner, name, shown, keys } = form.dataset;
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) || [], (two) => parseInt(two, 16));
  const hex = (buffer) => Array.from(new Uint8Array(buffer || []), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const known = (keys || "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));

  const create = () => navigator.credentials.create({ publicKey: {
    challenge: bytes(challenge), rp: { id: host, name: site }, user: { id: bytes(owner), name, displayName: shown },
    pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })), excludeCredentials: known, attestation: "none",
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  } });
  const get = () => navigator.credentials.get({ publicKey: {
    challenge: bytes(challenge), rpId: host, allowCredentials: known, userVerification: known.length ? "discouraged" : "required",
  } });
  const put = (field, value) => {
    const input = form.elements[field] || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: field }));
    input.value = value;
  };
  const fill = ({ rawId, response }) => {
    put("udaje", hex(response.clientDataJSON));
    if (act === "create") return put("zarizeni", hex(response.getAuthenticatorData()));
    put("klic", hex(rawId));
    put("zarizeni", hex(response.authenticatorData));
    put("podpis", hex(response.signature));
    put("osoba", hex(response.userHandle));
  };

  for (const other of document.querySelectorAll("[data-without]")) other.hidden = true;
  form.hidden = false;
  const failed = form.querySelector("[data-failed]");
  let busy = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    failed.hidden = true;
    (act === "create" ? create() : get()).then((made) => {
      fill(made);
      form.submit();
    }).catch(() => {
      busy = false;
      failed.hidden = false;
    });
  });
})();
