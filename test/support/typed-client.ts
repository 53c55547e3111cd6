import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { buildSchema, parse } from 'graphql';
import ts from 'typescript';

const FOLDER = new URL('../fixtures/typed-client/', import.meta.url);
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Sends a document made of the schema's types. */
export type AskTyped = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** What `test/fixtures/typed-client/usage.ts` offers. */
export interface TypedClient {
  linesOfMonth(ask: AskTyped, networkId: string, month: string, first: number): Promise<readonly { id: string }[]>;
  linesOfStatement(ask: AskTyped, id: string): Promise<readonly (readonly [string | undefined, number])[]>;
  verify(ask: AskTyped, visitId: string): Promise<string>;
}

/**
 * Makes types and documents of a printed schema and of the queries in test/fixtures/typed-client,
 * as the developers of a client do, and answers what the compiler says of the code that uses them;
 * then that code, loaded. Its folder is deleted with the test.
 */
export const typedClient = async (
  t: { teardown(done: () => void): void },
  printed: string,
): Promise<{ readonly problems: readonly string[]; readonly client: TypedClient }> => {
  const folder = mkdtempSync(join(tmpdir(), 'typed-client-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const generated = await codegen({
    filename: 'client.ts',
    schema: parse(printed),
    schemaAst: buildSchema(printed),
    documents: [{ document: parse(readFileSync(new URL('queries.graphql', FOLDER), 'utf8')) }],
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      strictScalars: true,
      scalars: {
        DateTime: 'string',
        Date: 'string',
        Month: 'string',
        Yen: 'number',
        Cursor: 'string',
        LogPosition: 'string',
      },
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
  });
  writeFileSync(join(folder, 'client.ts'), generated);
  const usage = join(folder, 'usage.ts');
  copyFileSync(new URL('usage.ts', FOLDER), usage);
  return { problems: problemsOf(usage), client: await import(pathToFileURL(usage).href) };
};

const problemsOf = (file: string): string[] => {
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { '*': [`${MODULES}/*`] },
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noUncheckedIndexedAccess: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
};
