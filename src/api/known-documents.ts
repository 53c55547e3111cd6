import { type DocumentNode, visit } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { ApiContext } from './context.ts';
import { apiError } from './errors.ts';

/** Of all documents that are kept. */
const MOST_BYTES = 16 * 1_048_576;
/** What a parsed document takes, measured: its nodes and their places in the text. */
const BYTES_A_TOKEN = 520;
/** What parsing and validating costs, and each token of it, in units (`Account`). */
const UNITS_TO_READ = 1_000;
const UNITS_A_TOKEN = 20;

/**
 * Fields with fields of their own that bear one name in a query. Validating compares each two of
 * them: of 240 that takes 150 ms, in which nobody else is answered.
 */
const MOST_OF_ONE_NAME = 60;

/** A name that stands oftener than that, null where none does. */
const tooOften = (document: DocumentNode): string | null => {
  const counts = new Map<string, number>();
  visit(document, {
    Field: ({ name, alias, selectionSet }) => {
      const shown = (alias ?? name).value;
      if (selectionSet) counts.set(shown, (counts.get(shown) ?? 0) + 1);
    },
  });
  return [...counts].find(([, count]) => count > MOST_OF_ONE_NAME)?.[0] ?? null;
};

/** Roughly what a parsed document takes in memory. */
export const bytesOfDocument = (document: DocumentNode): number =>
  tokensOf(document) * BYTES_A_TOKEN + 2 * (document.loc?.source.body.length ?? 0);

const tokensOf = ({ loc }: DocumentNode): number => {
  let tokens = 0;
  for (let token = loc?.startToken ?? null; token !== null; token = token.next) tokens += 1;
  return tokens;
};

/**
 * Documents that were parsed and found valid before are not parsed again (rule 49). Bounded in
 * bytes; nothing is kept of who has no token, of what is not valid, or of a mistake. What is read
 * anew counts on the account of who sends it.
 */
export const knownDocuments = (): Plugin<{ context: ApiContext }> => {
  const known = new LRUCache<string, DocumentNode>({ maxSize: MOST_BYTES, sizeCalculation: bytesOfDocument });
  const valid = new WeakSet<DocumentNode>();
  return {
    onParse: ({ context, params, setParsedDocument }) => {
      const document = known.get(params.source.toString());
      if (document) {
        setParsedDocument(document);
        return undefined;
      }
      return ({ result }) => {
        if (result !== null && !(result instanceof Error))
          context.context.cost.account.use(UNITS_TO_READ + tokensOf(result) * UNITS_A_TOKEN);
      };
    },
    onValidate: ({ context, params: { documentAST }, setResult }) => {
      if (valid.has(documentAST)) {
        setResult([]);
        return undefined;
      }
      const name = tooOften(documentAST);
      if (name !== null) {
        setResult([apiError('BAD_USER_INPUT', `${name} stands more than ${MOST_OF_ONE_NAME} times in the query.`)]);
        return undefined;
      }
      return ({ valid: isValid }) => {
        const text = documentAST.loc?.source.body;
        if (!isValid || text === undefined || context.context.viewer === null) return;
        valid.add(documentAST);
        known.set(text, documentAST);
      };
    },
  };
};
