// The requests that are Copydesk's own: what its views and pages are made of, for every editor that asks (protocol/views.ts).
import type { Connection } from 'vscode-languageserver';
import { clearances } from './handlers/clearances';
import { draftsBelow } from './handlers/drafts-below';
import { forAssistant } from './handlers/for-assistant';
import { manual, ownRules } from './handlers/manual';
import { names, sources } from './handlers/records';
import { report } from './handlers/report';
import { sourceMap } from './handlers/source-map';
import { rulesOff } from './handlers/switch-rule';
import { why } from './handlers/why';
import { word } from './handlers/word';
import {
  type AssistantParams,
  assistantMethod,
  clearancesMethod,
  draftsMethod,
  type ManualParams,
  manualMethod,
  namesMethod,
  type RecordParams,
  type ReportParams,
  reportMethod,
  sourceMapMethod,
  sourcesMethod,
  type WhyParams,
  type WordParams,
  whyMethod,
  wordMethod,
} from './protocol/views';
import { rulesOffMethod } from './protocol/choices';
import type { answering } from './safely';
import type { Session } from './session';

export function answerOwnRequests(
  { onRequest }: Pick<Connection, 'onRequest'>,
  answers: ReturnType<typeof answering>,
  session: () => Session,
): void {
  onRequest(
    manualMethod,
    answers(manualMethod, async (params: ManualParams) => manual(params, await ownRules(session(), params))),
  );
  onRequest(
    sourcesMethod,
    answers(sourcesMethod, (params: RecordParams) => sources(session(), params)),
  );
  onRequest(
    namesMethod,
    answers(namesMethod, (params: RecordParams) => names(session(), params)),
  );
  onRequest(
    sourceMapMethod,
    answers(sourceMapMethod, (params: RecordParams, token) => sourceMap(session(), params, token)),
  );
  onRequest(
    reportMethod,
    answers(reportMethod, (params: ReportParams, token) => report(session(), params, token)),
  );
  onRequest(
    whyMethod,
    answers(whyMethod, (params: WhyParams) => why(session(), params)),
  );
  onRequest(
    wordMethod,
    answers(wordMethod, (params: WordParams) => word(session(), params)),
  );
  onRequest(
    clearancesMethod,
    answers(clearancesMethod, (_: unknown, token) => clearances(session(), token)),
  );
  onRequest(
    draftsMethod,
    answers(draftsMethod, (params: RecordParams, token) => draftsBelow(session(), params, token)),
  );
  onRequest(
    assistantMethod,
    answers(assistantMethod, (params: AssistantParams) => forAssistant(session(), params)),
  );
  onRequest(
    rulesOffMethod,
    answers(rulesOffMethod, ({ uri }: RecordParams) => rulesOff(session(), uri)),
  );
}
