// Lines of program text and of data as people paste them into a draft, fences or none: one shape a kind, told by the line alone. What
// the lines beside them are, `lines-in-doubt.ts` says.

export interface ProgramLine {
  /** What writes so. */
  readonly of: string;
  readonly like: readonly string[];
  readonly line: RegExp;
}

export const programLines: readonly ProgramLine[] = [
  {
    of: 'imports, packages, modules',
    like: ['import Lom', 'package Lom;', 'use Lom::Pier', 'using lom.pier;', 'module Lom', 'import lom.pier as p'],
    line: /^(?:import|package|module|namespace|use|using|require|include)(?: (?:static|qualified|type))? (?:[A-Z]\w*|\w+(?:\.|::|\\|\/)\w+)(?:(?:\.|::|\\|\/)[\w*]+)*(?: (?:as|hiding|exposing) .{1,80})?;?(?: \{)?$/,
  },
  {
    of: 'declarations',
    like: ['class Lom:', 'class Lom < Pier', 'interface Lom {', 'defmodule Lom do', 'def lom', 'fn lom() -> Pier {'],
    line: /^(?:(?:public|private|protected|static|final|abstract|export|async|data|sealed|override) ){0,4}(?:(?:class|interface|struct|trait|enum|module|protocol|defmodule|namespace|impl) [A-Z][\w.]*(?:<[^<>]{0,60}>)?(?: ?\(.{0,120}| ?[:{].{0,120}| (?:extends|implements|with|<|for) .{1,120}| do)?$|(?:def|defp|fn|func|fun|function|proc|sub|void|int) [a-z_$][\w$.!?]*(?: ?[({:=].{0,200})?$)/,
  },
  {
    of: 'calls',
    like: ['Lom.read()', 'lom("a");', 'port(lom, a).', '@lom("a")'],
    line: /^[A-Za-z_$@][\w$.]*\([^\n]*\)[;:,.]?(?: ?\{)?$/,
  },
  {
    of: 'assignments and signatures',
    like: ['Lom = open()', 'lom = 3', '$lom := "a";', 'lom.a["b"] += 1', 'lom <- a', 'lom :: Pier', 'lom[1] = 2'],
    line: /^(?:[A-Za-z_$@][\w$.['"\]]{0,60} {0,8}(?:[-+*/|&:?.%]?=|<-|=>|::)|[A-Za-z_$@][\w$.['"\]]{0,60} ->) {0,4}[^=>\s]/,
  },
  {
    of: 'lines that open or close brackets',
    like: ['import {', 'lom(', '}', '});', '],', '} from "lom"', '} else {', 'lom: ['],
    line: /(?:^|[\w$ =(:>)])[{[(]$|^[}\])]{1,4}(?:[;,]{0,2}$| ?(?:from ["']|else\b|catch\b|finally\b|while ?\()|\()/,
  },
  {
    of: 'blocks that a colon opens',
    like: ['if lom == 1:', 'for port in ports:', 'else:', 'try:', 'with open("a") as b:', 'while True:', '@property'],
    line: /^(?:(?:if|elif|while|except|with|match|case) (?:[\w.]{1,60}|[^_=<>(\n]{0,60}[_=<>(][^\n]*):$|for \w+(?:, \w+)? in [\w.()]+:$|(?:else|try|finally):$|@[a-z][\w.]{1,40}$)/,
  },
  {
    of: 'lists in brackets: Lisp and kin',
    like: ['(define x "Lom")', '(defun lom (a)', '(ns lom.port)', '(setq lom 1)', '(print (lom a))'],
    line: /^[('`]?\((?:(?:define|defun|defn|defmacro|defvar|let\*?|setq|ns|lambda|require|import|provide|cond)(?: |$)|[a-z][\w!?*-]{0,40}(?: [\w!?*.-]{1,40}){0,2} (?:"[^"]*"\)|\())/,
  },
  {
    of: 'values in brackets',
    like: ['("Lom", 1),', '["Lom", "Pier"],', '{"lom": 1}', "('a', 2)", '[1, 2]'],
    line: /^[([{] {0,2}(?:"[^"]{0,200}"|'[^']{0,200}'|-?\d[\d.]{0,20}) ?[,:][^\n]*[\])}],?;?$/,
  },
  {
    of: 'texts between three marks',
    like: ['"""Say "lom"."""', '"""', 'a = """'],
    line: /^.{0,200}"""/,
  },
  {
    of: 'data bases',
    like: [
      'SELECT name, "lom" FROM ports',
      "INSERT INTO ports VALUES ('Lom');",
      'UPDATE ports SET a = 1',
      'select * from lom;',
    ],
    line: /^(?:SELECT [^\n]+ FROM |INSERT INTO [\w."`]|UPDATE [\w."`]+ SET |DELETE FROM [\w."`]|(?:CREATE|ALTER|DROP) (?:TABLE|VIEW|INDEX) [\w."`]|(?:FROM|WHERE|JOIN|ORDER BY|GROUP BY|VALUES) [a-z("'][^\n]*|select [^\n]+ from \w+(?:;| where ))/,
  },
  {
    of: 'what a change did to a file',
    like: ['diff --git a/lom b/lom', '@@ -1,2 +1,2 @@', '--- a/lom.txt', '+++ b/lom.txt', 'index 0123abc..4567def'],
    line: /^(?:diff --git |@@ -\d|(?:---|\+\+\+) [ab]\/|index [\da-f]{7,40}\.\.)/,
  },
  {
    of: 'tables of tests',
    like: ['*** Test Cases ***', '*** Settings ***'],
    line: /^\*{3} ?(?:Settings?|Variables?|Test Cases?|Tasks?|Keywords?|Comments?) ?\*{3}$/i,
  },
  {
    of: 'shells and recipes',
    like: ['git commit -m "lom"', 'npm install lom', 'RUN echo "lom"', 'curl -s http://lom', 'cd ~/lom', 'echo "lom"'],
    line: /^(?:sudo |(?:git|npm|npx|pip3?|apt|apt-get|brew|docker|kubectl|curl|wget|cargo|go|make|ssh|chmod|mkdir|grep|sed|echo|cd|cp|mv|rm|ls) (?:-{1,2}[a-z]|(?<!^(?:go|make) )["'$~./]|(?:install|clone|commit|push|run|build|add|exec) [-"'\w.])|(?:RUN|ENV|CMD|COPY|ENTRYPOINT|WORKDIR|ARG|EXPOSE) [a-z./"'[$\d])/,
  },
  {
    of: 'what two files differ in',
    like: ['< Lom is "shut".'],
    line: /^< \S/,
  },
  {
    of: 'stories that a test tells',
    like: ['Scenario: A ship leaves "Lom"', 'Scenario Outline: Lom', 'Examples:'],
    line: /^(?:Scenario(?: Outline)?: |Examples:$|Background:$)/,
  },
  {
    of: 'old Basic and its kin',
    like: ['10 PRINT "LOM"', 'Dim lom As String', 'End Sub', 'Public Sub Lom()'],
    line: /^(?:\d{1,5} (?:PRINT|LET|GOTO|REM|DIM|INPUT)\b|Dim \w+ As |End (?:Sub|Function|If|Class)$|(?:Public |Private )?(?:Sub|Function) \w+\()/,
  },
  {
    of: 'logs',
    like: [
      '2024-05-03 12:00 ERROR "lom" is shut',
      '[2024-05-03T12:00:01.250Z] lom: "shut"',
      '12:00:01 WARN lom',
      'May  3 12:00:01 lom pier[12]: "shut"',
      'ERROR: lom is "shut"',
      '[INFO] lom',
      '127.0.0.1 - - [03/May/2024:12:00:01 +0000] "GET /lom" 200',
    ],
    line: /^(?:\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z| ?[+-]\d\d:?\d\d)?\]?[ ,|-]{1,3}\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERR|ERROR|FATAL|CRITICAL|SEVERE)\b|\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)(?::[\w.]{1,40})?: |\[(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERR|ERROR|FATAL|CRITICAL)\] |\d{1,3}(?:\.\d{1,3}){3} \S{1,40} \S{1,40} \[)/,
  },
  {
    of: 'charts',
    like: ['A["Lom"] --> B', 'lom ->> pier: a', 'graph TD', 'sequenceDiagram'],
    line: /^(?:\w{1,40}(?:[[({][^\n]{0,120}[\])}])? ?(?:-->|---|==>|-\.->|-{1,2}>>) ?[\w|]|(?:graph|flowchart) (?:TD|TB|LR|RL|BT)$|sequenceDiagram$|classDiagram$)/,
  },
];

export const isProgramLine = (line: string): boolean => programLines.some(({ line: shape }) => shape.test(line));
