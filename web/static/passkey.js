// A device is asked for a passkey where a button says so. It comes only to pages that have such a button or lead to one;
// without it, and in a browser without passkeys, the password is left.

// What has bytes travels as base64url.
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const base64 = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

// A challenge to sign in is made when it is needed, as it is good for a few minutes.
const ask = async path => {
  const response = await fetch(path, { method: 'POST', headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(response.status);
  return response.json();
};
const withBytes = o => ({
  ...o, challenge: bytes(o.challenge), ...o.user && { user: { ...o.user, id: bytes(o.user.id) } },
  ...o.excludeCredentials && { excludeCredentials: o.excludeCredentials.map(c => ({ ...c, id: bytes(c.id) })) },
});
const written = key => {
  const response = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (key.response[part]) response[part] = base64(key.response[part]);
  }
  return JSON.stringify({ id: key.id, rawId: base64(key.rawId), type: key.type, response, clientExtensionResults: {} });
};

if (window.PublicKeyCredential) {
  for (const text of document.querySelectorAll('[data-no-passkeys]')) text.hidden = true;
  for (const button of document.querySelectorAll('button[data-passkey]')) {
    const form = button.form, failed = form.querySelector('[data-no-passkey]');
    button.hidden = false;
    button.addEventListener('click', async () => {
      if (button.ariaDisabled) return;
      button.ariaDisabled = 'true';
      failed.hidden = true;
      try {
        const { passkey, options, to } = button.dataset;
        const key = passkey === 'new' ?
          await navigator.credentials.create({ publicKey: withBytes(JSON.parse(options)) }) :
          await navigator.credentials.get({ publicKey: withBytes(await ask(passkey)) });
        const answer = form.elements.answer || form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: 'answer' }));
        answer.value = written(key);
        form.action = to;
        form.requestSubmit();
      } catch {
        failed.hidden = false;
        failed.textContent = button.dataset.failed;
      }
      button.ariaDisabled = null;
    });
  }
}
