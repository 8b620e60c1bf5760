// Files in other encodings than UTF-8: read as they say themselves, written back byte for byte, or not at all.
import * as assert from 'node:assert/strict';
import { decodeDraft } from '../../server/src/document/decode';
import { decodeAs, encodeAs, encodingOf, holderFor } from '../../server/src/document/encoding';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const xml = (said: string, rest = ''): string => `<?xml version="1.0" encoding="${said}"?>\n<nitf>${rest}</nitf>`;

describe('the encoding of a file', () => {
  it('is what its byte order mark says, whatever the file', () => {
    assert.equal(encodingOf(bytes('\xff\xfea\0'), false)?.name, 'utf-16le');
    assert.equal(encodingOf(bytes('\xfe\xff\0a'), false)?.name, 'utf-16be');
    assert.equal(encodingOf(bytes('\xef\xbb\xbf' + xml('windows-1252')), true), undefined);
  });

  it('is what a declaration or a page’s meta element says, of a file with tags', () => {
    assert.deepEqual(encodingOf(bytes(xml('ISO-8859-1')), true), { said: 'ISO-8859-1', name: 'windows-1252' });
    assert.equal(encodingOf(bytes("<?xml version='1.0' encoding = 'koi8-r'?>"), true)?.name, 'koi8-r');
    assert.equal(encodingOf(bytes('<head><META CHARSET=windows-1250>'), true)?.name, 'windows-1250');
    const http = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">';
    assert.equal(encodingOf(bytes(http), true)?.name, 'iso-8859-15');
    assert.equal(encodingOf(bytes(xml('ISO-8859-1')), false), undefined);
    for (const said of ['utf-8', 'UTF-8', 'x-nobody', 'utf-16'])
      assert.equal(encodingOf(bytes(xml(said)), true), undefined, said);
    assert.equal(encodingOf(bytes('<p>charset=windows-1252</p>'), true), undefined);
  });

  it('is seen in a file of two bytes each that has no mark', () => {
    assert.equal(encodingOf(bytes('<\0?\0x\0'), true)?.name, 'utf-16le');
    assert.equal(encodingOf(bytes('\0<\0?\0x'), true)?.name, 'utf-16be');
  });

  it('gives its bytes back, all of them', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const names =
      'windows-1250 windows-1251 windows-1252 windows-1254 iso-8859-2 iso-8859-5 iso-8859-15 koi8-r macintosh';
    for (const name of names.split(' ')) {
      const text = decodeAs(all, { said: name, name });
      assert.deepEqual(text === undefined ? undefined : encodeAs(text, { said: name, name }), all, name);
    }
    for (const name of ['utf-16le', 'utf-16be']) {
      const text = '\ufeffŁódź 😀\r\n';
      const encoded = encodeAs(text, { said: 'UTF-16', name }) as Uint8Array;
      assert.equal(decodeAs(encoded, { said: 'UTF-16', name }), text);
    }
  });

  it('has Windows’ own letters, on every platform', () => {
    assert.equal(decodeAs(bytes('\x93a\x94 \x80'), { said: 'latin1', name: 'windows-1252' }), '“a” €');
  });

  it('keeps its first byte, whichever that is: some platforms take 0xFF there for half of a mark', () => {
    const said = { said: 'latin1', name: 'windows-1252' };
    assert.equal(decodeAs(bytes('\xffdes'), said), 'ÿdes');
    assert.deepEqual(encodeAs('ÿdes', said), bytes('\xffdes'));
    assert.ok(holderFor(xml('ISO-8859-1'))('ÿ'));
  });

  it('writes nothing that it has no letter for, and nothing of several bytes a letter', () => {
    assert.equal(encodeAs('Łódź', { said: 'windows-1252', name: 'windows-1252' }), undefined);
    assert.equal(encodeAs('a', { said: 'shift_jis', name: 'shift_jis' }), undefined);
  });

  it('tells which new letters it can hold; one that is taken at its word holds none of Windows’ own', () => {
    const holds = (said: string): string => [...'aé“Łж'].filter(holderFor(xml(said))).join('');
    assert.equal(holds('windows-1252'), 'aé“');
    assert.equal(holds('ISO-8859-1'), 'aé');
    assert.equal(holds('us-ascii'), 'a');
    assert.equal(holds('shift_jis'), 'a');
    assert.equal(holds('koi8-r'), 'aж');
    assert.equal(holds('UTF-8'), 'aé“Łж');
    assert.equal([...'aé'].filter(holderFor('<p>a</p>')).join(''), 'aé');
  });

  it('is UTF-8 where the bytes are, whatever the file says', async () => {
    const file = Buffer.from(xml('ISO-8859-1', 'é'), 'utf8');
    assert.deepEqual(await decodeDraft(file, 'a.nitf', 'xml'), { text: xml('ISO-8859-1', 'é') });
    const other = Buffer.from(xml('ISO-8859-1', 'é'), 'latin1');
    assert.equal(((await decodeDraft(other, 'a.nitf', 'xml')) as { text: string }).text, xml('ISO-8859-1', 'é'));
    assert.equal(((await decodeDraft(other, 'a.txt', 'text')) as { code: string }).code, 'invalid-utf-8');
  });
});
