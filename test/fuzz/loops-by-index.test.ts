// What dist/ walks by index is an array: the build goes by what the source says, and here TypeScript says it of every loop there is.
import * as assert from 'node:assert/strict';
import path from 'node:path';
import ts from 'typescript';
import { root } from '../support/root';

interface Loops {
  declaredArrays(sources: readonly ts.SourceFile[]): unknown;
  arrayLoops(source: ts.SourceFile, declared: unknown): { readonly walked: ts.Expression }[];
}

describe('loops by index', () => {
  it('are over arrays, all of them', async function () {
    this.timeout(120_000);
    const { declaredArrays, arrayLoops } = (await import(path.join(root, 'scripts/build/loops-by-index.mjs'))) as Loops;
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
    const { fileNames, options } = ts.parseJsonConfigFileContent(
      { ...config, include: ['server/src/**/*.ts'] },
      ts.sys,
      root,
    );
    const program = ts.createProgram(fileNames, { ...options, noEmit: true });
    const checker = program.getTypeChecker();
    const sources = program
      .getSourceFiles()
      .filter((file) => file.fileName.includes('/server/src/') && !file.isDeclarationFile);
    const declared = declaredArrays(sources);
    const walked = sources.flatMap((source) => arrayLoops(source, declared).map((loop) => loop.walked));
    const others = walked.filter((expression) => {
      const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
      return !(type.isUnion() ? type.types : [type]).every(
        (one) => checker.isArrayType(one) || checker.isTupleType(one),
      );
    });
    assert.ok(walked.length > 300, `only ${walked.length} loops were found`);
    assert.deepEqual(
      others.map((expression) => `${expression.getSourceFile().fileName}: ${expression.getText()}`),
      [],
    );
  });
});
