// A day and an hour and no more: what stands behind an embargo or a release line, "4 a.m. CT/5 a.m. ET Wednesday, October 9, 2024".

/** Every word of it is part of a date, a time of day, or joins these. */
export function isWhen(text: string): boolean {
  const words = text.split(/[\s,;/()–—-]+/).filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= MOST &&
    words.every((word) => PART.test(word)) &&
    words.some((word) => TELLS.test(word))
  );
}

const MOST = 24;
const TELLS = /\d|^(?:noon|midnight|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const PART =
  /^(?:\d{1,4}(?:st|nd|rd|th)?\.?|\d{1,2}[:.]\d\d(?::\d\d)?(?:[ap]\.?m\.?)?|\d{1,2}[ap]\.?m\.?|[ap]\.?m\.?|hrs?|hours|GMT|UTC|BST|C?E[SD]?T|[CMP][SD]?T|[AW]E[SD]?T|A[CEW]ST|I?ST|jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|at|on|of|the|and|noon|midnight|local|eastern|central|pacific|london|time|today|tomorrow|until|from)$/i;
