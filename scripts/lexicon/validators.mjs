// What makes a lexicon entry fit to ship. By file; each gets [{line, number}] and returns the first fault or nothing.
export const validators = {
  'names/gazetteer.tsv': (entries) => {
    const ids = new Set();
    return first(entries, (line) => {
      const [id, type, language, spellings, suggested] = line.split('\t');
      const list = (spellings ?? '').split('|');
      if (!['person', 'org', 'place', 'term'].includes(type)) return `"${type}" is no kind: person, org, place or term`;
      if (!language || !spellings) return 'needs an id, a kind, a source language and spellings, with tabs between';
      if (ids.has(id)) return `"${id}" is listed twice`;
      ids.add(id);
      const twice = list.find((s, i) => list.indexOf(s) < i);
      if (twice !== undefined) return `"${twice}" is spelled twice`;
      for (const form of suggested?.split(' ') ?? []) {
        const [, house, number] = /^([a-z]+)(\d+)$/.exec(form) ?? [];
        if (!house || !list[Number(number) - 1]) return `"${form}" names no house and spelling, such as "ap1"`;
      }
    });
  },
  'names/house-forms.tsv': (entries) =>
    first(entries, (line) => {
      const [entity, house, form, basis, seen, date] = line.split('\t');
      if (!entity || !house || !form) return 'needs an entity, a house and its form, with tabs between';
      if (!['read', 'counted'].includes(basis))
        return `"${basis}" is no basis: "read" or "counted"; what is only suggested stands in the gazetteer`;
      if (!seen || !date)
        return 'says neither where the form was seen nor when; write "undated" where the day is not known';
    }),
  'names/given-name-classes.txt': (entries) => {
    const seen = new Map();
    return first(entries, (line) => {
      for (const name of line.split(' ')) {
        const key = name.toLowerCase();
        if (seen.has(key)) return `"${name}" is already a spelling of ${seen.get(key)}; one name belongs to one class`;
        seen.set(key, line.split(' ')[0]);
      }
    });
  },
  'names/not-variants.tsv': (entries) =>
    first(entries, (line) => {
      const [a, b, why] = line.split('\t');
      if (!a || !b || !why) return 'needs two names and why they are two, with tabs between';
    }),
  'usage/base.tsv': (entries) => {
    const replaced = new Set();
    return first(entries, (line) => {
      const [prefer, instead, why] = line.split('\t');
      if (!prefer || !instead || !why)
        return 'needs the form to write, the forms it replaces and why, with tabs between';
      for (const form of instead.split('|')) {
        if (form === prefer) return `"${form}" replaces itself`;
        if (replaced.has(form)) return `"${form}" is replaced twice`;
        replaced.add(form);
      }
    });
  },
  'usage/terms.tsv': (entries) =>
    first(entries, (line) => {
      const ways = line.split('|').map((way) => way.split(','));
      if (ways.length < 2) return 'has one way only; a term needs two, with | between';
      if (ways.some((way) => way.length !== ways[0].length)) return 'has more inflections of one way than of another';
    }),
};

function first(entries, faultOf) {
  for (const { line, number } of entries) {
    const message = faultOf(line);
    if (message) return { line: number, message };
  }
  return undefined;
}
