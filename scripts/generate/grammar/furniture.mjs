// The other parts of a wire story for the grammar, from the same tables that the analysis reads.
import { load } from '../../load.mjs';
import { anyCase, anyOf, formPattern, literal, rows } from './forms.mjs';
import { agencies } from './datelines.mjs';

const structure = (name) => load(`server/src/document/structure/${name}.ts`);

const line = (name, pattern) => ({ name: `${name}.wire-copy`, match: `^\\s*${pattern}\\s*$` });

/** @returns the grammar's patterns by name. Asks for the tables, so these must have been written. */
export async function furniture() {
  const [
    { signOffSlots },
    { advisorySlots },
    { noteSlots },
    { pictureSlots },
    { releaseSlots },
    { controlSlots },
    { EMBARGO },
  ] = await Promise.all(
    ['sign-off-forms', 'advisory', 'notes', 'picture-forms', 'release-forms', 'controls', 'embargo'].map(structure),
  );
  const notes = (kind) =>
    anyOf(
      rows('furniture/notes.tsv')
        .filter(([of]) => of === kind)
        .map(([, letters, form]) => formPattern(form, noteSlots, letters === 'any')),
    );
  const pictures = (...kinds) =>
    factored(ofKinds('furniture/pictures.tsv', kinds), pictureSlots).replaceAll('\\/', ' ?\\/ ?');
  const release = (...kinds) => factored(ofKinds('furniture/releases.tsv', kinds), releaseSlots);
  return {
    ...signOffs(signOffSlots),
    advisory: advisory(advisorySlots),
    correction: line('markup.quote.correction', notes('correction')),
    tagline: line('comment.line.tagline', `[-–—•*_#(\\[ ]{0,6}(?!By )${notes('tagline')}[)\\]*_]{0,4}\\.?`),
    contact: line('comment.line.contact', `[-–—•*_#(\\[ ]{0,6}${release('opens')}`),
    release: line('comment.line.advisory', `${release('release', 'line')}\\.?`),
    caption: line(
      'comment.line.caption',
      `(?:[(\\[]${pictures('bracket')}[)\\]]|[(\\[]?${pictures('credit', 'caption')}[)\\]]?)\\.?`,
    ),
    remnant: remnant(controlSlots),
    kicker: kicker(),
    embargo: {
      name: 'invalid.illegal.embargo.wire-copy',
      match: `(?!^.{220})(?!^(?:\\S+ ){16}.*[.!?]$)${anyCase(EMBARGO.source)}.*$`,
    },
  };
}

/** Forms, those with one end or one beginning as one: what a slot may hold is long, and stands once for all that share it. */
function factored(forms, slots) {
  const groups = new Map();
  for (const [letters, form] of forms) {
    const slot = /^\{[\w-]+\}/.exec(form)?.[0];
    const at = form.search(/ ?\{/);
    const shared = slot ?? (at < 0 ? '' : form.slice(at));
    const key = `${letters}\t${slot ? 'begins' : 'ends'}\t${shared}`;
    const own = slot ? form.slice(slot.length) : at < 0 ? form : form.slice(0, at);
    groups.set(key, [...(groups.get(key) ?? []), own]);
  }
  return anyOf(
    [...groups].map(([key, owns]) => {
      const [letters, where, shared] = key.split('\t');
      const held = formPattern(shared, slots);
      const others = anyOf(owns.map((own) => formPattern(own, slots)));
      const pattern = where === 'begins' ? held + others : others + held;
      return letters === 'any' ? anyCase(pattern) : pattern;
    }),
  );
}

const ofKinds = (file, kinds) =>
  rows(file)
    .filter(([kind]) => kinds.includes(kind))
    .map(([, letters, form]) => [letters, form]);

/** A whole line that ends a story, and a mark behind its last sentence. A slip of the finger only the analysis knows. */
function signOffs(slots) {
  const all = rows('furniture/sign-offs.tsv').map(([place, letters, , form]) => ({
    place,
    pattern: formPattern(form, slots, letters === 'any'),
    word: /^\p{L}+$/u.test(form),
  }));
  const of = (...places) =>
    factored(
      rows('furniture/sign-offs.tsv')
        .filter(([place]) => places.includes(place))
        .map(([, letters, , form]) => [letters, form]),
      slots,
    );
  const single = anyOf(all.filter(({ place, word }) => word && place !== 'trail').map(({ pattern }) => pattern));
  const initials = '[A-Z]{2,4}(?:[ /][A-Z]{2,4}){0,4}';
  const setOff = `(?:[-‐-―=/]{1,3} ?|[(\\[])${anyCase(agencies)}(?: ?[-‐-―=/]{1,3}|[)\\]])?`;
  const phone = '\\+?\\(?\\d[\\d ()+-]{5,}\\d';
  const whole = [
    of('line', 'end'),
    // "*ENDS*", "- 30 -"
    `[-‐-―*=~<(\\[ ]{1,8}${single}[-‐-―*=~>)\\] ]{1,8}`,
    setOff,
    `/{0,2}${agencies}(?:/{1,2} ?| )${initials}`,
    // a newsroom's telephone
    `(?:\\(\\(|[-–—]{1,2} ?)[^.!?]{0,60}${phone}\\)*`,
    // the next take
    '(?:[\\p{L}\\d/-]{2,30} ?)?=\\d{1,2}',
    `${anyCase('(?:take|page)')} ?\\d{1,2}`,
    '(?:\\d{1,2}(?:st|nd|rd|th)|First|Second|Third) (?:Add|Take|Insert)\\b[^.!?]{0,40}',
  ];
  const clock = '(?=.*(?:\\d\\d:\\d\\d|\\b\\d{6}\\b|\\b\\d{4} ?(?:GMT|UTC|[BCEM]ES?T|E[SD]?T)\\b))';
  return {
    'sign-off-line': line('invalid.deprecated.sign-off', `${anyOf(whole)}(?:\\s?\\.{1,4}|…)?`),
    'sign-off-end': {
      match: `(?<=[.!?"”’)\\]]) +(${anyOf([of('end'), setOff, `${agencies}[ /]${initials}`])}(?:\\.{1,4}|…)?)\\s*$|(\\./\\.)\\s*$`,
      captures: {
        1: { name: 'invalid.deprecated.sign-off.wire-copy' },
        2: { name: 'invalid.deprecated.sign-off.wire-copy' },
      },
    },
    trailer: line('comment.line.trailer', `${clock}${of('trail')}`),
  };
}

function advisory(slots) {
  const all = rows('furniture/advisories.tsv');
  const verbs = all.filter(([kind]) => kind === 'verb').map(([, verb]) => verb[0].toUpperCase() + verb.slice(1));
  const forms = all.filter(([kind]) => kind === 'line').map(([, form]) => formPattern(form, slots));
  return {
    patterns: [
      line('comment.line.advisory', `[(\\[]${anyOf(verbs)}[ ,;:)\\]].*[)\\]]\\.?`),
      line('comment.line.advisory', `[\\^*]{0,3} ?[(\\[]?${anyOf(forms)}[)\\]]?\\.?[<=* ]{0,4}`),
    ],
  };
}

function remnant(slots) {
  const forms = [...rows('furniture/controls.txt'), ...rows('furniture/pointers.txt')];
  const labels = anyCase(anyOf(forms.map(([label]) => formPattern(label, slots))));
  return {
    name: 'invalid.deprecated.remnant.wire-copy',
    match: `(?:^[\\s>›»•·|▶►▼↓→←✉\\[(–—-]{0,8}${labels}|(?<=\\d{4} )(?:Adjust font size|Font size|Text size):[ A+-]*)[\\s>›»•·|▶►▼↓→←\\])…–—.-]{0,8}$`,
  };
}

/** "Spotlight:" with a space behind it; in capitals with a number or a hyphen, "UPDATE 1-"; several, "RPT-UPDATE 2-". */
function kicker() {
  const labels = rows('furniture/kickers.txt').map(([label]) => literal(label));
  const capitals = anyOf(labels.filter((label) => label === label.toUpperCase()));
  return {
    name: 'entity.name.tag.kicker.wire-copy',
    match: `^(?:${capitals}(?: \\d{1,2})?-)*(?:${capitals}(?: \\d{1,2})?-(?=\\S)|${anyOf(labels)}(?: \\d{1,2})?:(?= \\S))`,
  };
}
