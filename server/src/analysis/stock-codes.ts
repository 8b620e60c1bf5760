// Stock codes: what a financial wire sets behind a company's name, "(NBNK.O)", "(NYSE: AOL)". Some houses run them, most do not.
import { bank, perParagraphWith } from '../document/gates';
import type { Paragraph } from '../document/paragraph';
import type { Span } from '../text/span';

const gates = bank();
const aBracket = gates.word((word) => word === '(' || word === '<' || word === '[');

/** With the blank before it. Offsets relative to the paragraph. */
export const stockCodes = perParagraphWith([aBracket], [], ({ text }: Paragraph): readonly Span[] =>
  Array.from(text.matchAll(CODES), ({ 0: code, index }) => ({ start: index, end: index + code.length })),
);

/** A Reuters code; one behind the exchange's name; several of either. */
const CODES =
  /(?<=[\p{L}\p{N}.’'])\s?[(<[](?:(?:[A-Z\d]{1,6}(?:[a-z]|_[a-z]{1,2}|-[A-Z])?\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|NasdaqGS|AMEX|NYSE American|NYSE Arca|LSE|LON|TSX|TSXV|TSX-V|CSE|ASX|NZX|HKEX|HKG|SEHK|JSE|NSE|BSE|TSE|TYO|SGX|SIX|FRA|ETR|XETRA|Euronext|EPA|AMS|BIT|BME|OTC|OTCQB|OTCQX|OTCMKTS|Tadawul|KRX|KOSDAQ|AIM) ?: ?[A-Z\d.]{1,8})(?:[,;] ?)?){1,4}[)>\]]/gu;
