// Words in a text, by their letters alone.

/** Whether the form stands there with no letter or figure on either side. */
export function standsAsWord(text: string, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + form.length))) return true;
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;
