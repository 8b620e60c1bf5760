// Days and moments as feeds and pages write them for machines: ISO 8601, with or without its marks.

const DAY = /^\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d{3})/;
const TIME = /^[T\s](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?/i;

/** ISO `2016-12-07`, or nothing where the value is no day. */
export function isoDay(value: string | undefined): string | undefined {
  const [, year, month, day] = DAY.exec(value ?? '') ?? [];
  if (year === undefined) return undefined;
  const iso = `${year}-${month}-${day}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(iso) ? iso : undefined;
}

/** The instant in UTC, where the value names time and zone; the day alone else. */
export function isoMoment(value: string | undefined): string | undefined {
  const day = isoDay(value);
  const found = DAY.exec(value ?? '');
  if (!day || !found) return undefined;
  const [, hour, minute, second = '00', zone] = TIME.exec((value as string).slice(found[0].length)) ?? [];
  if (hour === undefined || zone === undefined) return day;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const read = new Date(`${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(read.getTime()) ? day : read.toISOString();
}
