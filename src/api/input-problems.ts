import { type ASTNode, type DocumentNode, GraphQLError, Kind, parse, type Source, visit } from 'graphql';
import type { Said } from './errors.ts';

/** How a value of a scalar is written, where it is not. */
const SCALARS: Readonly<Record<string, Said>> = {
  Int: { en: 'must be a whole number.', ja: '整数を入力してください。' },
  Float: { en: 'must be a number.', ja: '数を入力してください。' },
  String: { en: 'must be a text.', ja: '文字で入力してください。' },
  Boolean: { en: 'must be true or false.', ja: 'はいかいいえを選んでください。' },
  ID: { en: 'must be an id.', ja: '一覧から選び直してください。' },
};
const MISSING: Said = { en: 'is required.', ja: '空欄です。入力してください。' };
const CHOICE: Said = { en: 'must be one of the values that the schema names.', ja: '選択肢の中から選んでください。' };
const UNKNOWN: Said = {
  en: 'is not known here.',
  ja: 'この送信では使えない項目です。画面を開き直して、もう一度送信してください。',
};
const TWICE: Said = { en: 'stands twice.', ja: '同じ項目が二度入っています。一つにしてください。' };
const SHAPE: Said = {
  en: 'has not the shape that the schema asks for.',
  ja: '送信の形式が違います。画面を開き直して、もう一度送信してください。',
};

interface Problem {
  readonly said: Said;
  /** The field at fault, within what graphql names. */
  readonly field?: string | undefined;
}

/**
 * What graphql's sentences of a wrong value mean, by how they begin: none of what follows is told,
 * as it holds the value.
 */
const PROBLEMS: readonly (readonly [RegExp, (found: RegExpExecArray) => Problem])[] = [
  [/^Field "(?:\w+\.)?(\w+)" of required type /, ([, field]) => ({ said: MISSING, field })],
  [/^Field "\w+" argument "(\w+)" of type .* is required/, ([, field]) => ({ said: MISSING, field })],
  [/^Expected non-nullable type /, () => ({ said: MISSING })],
  [/^Variable "\$(\w+)" of (?:required|non-null) type /, ([, field]) => ({ said: MISSING, field })],
  [/^Expected value of type ".*", found null/, () => ({ said: MISSING })],
  [/^Field "(\w+)" is not defined by type /, ([, field]) => ({ said: UNKNOWN, field })],
  [/^Unknown argument "(\w+)" on /, ([, field]) => ({ said: UNKNOWN, field })],
  [/^There can be only one (?:input field|argument) named "(\w+)"/, ([, field]) => ({ said: TWICE, field })],
  [/^(?:Value "|Enum "\w+" cannot represent )/, () => ({ said: CHOICE })],
  [/^(\w+) cannot represent /, ([, name = '']) => ({ said: SCALARS[name] ?? SHAPE })],
  [/^Expected (?:value of )?type "/, () => ({ said: SHAPE })],
];

/**
 * What graphql says of a value in the variables or the text of a request, as we say it: the field
 * named by `extensions.path`, what is wrong with it in both languages, the value never. Null where
 * the error is about something else.
 */
export const inputProblem = (error: GraphQLError): GraphQLError | null => {
  const { message, nodes, source, positions, path, extensions } = error;
  // What happens while a field is answered is about no value that was sent.
  if (path !== undefined) return null;
  const found = /^Variable "\$\w+" got invalid value /.test(message)
    ? problemOfVariable(error)
    : { place: placeOf(nodes?.[0]), problem: problemOf(error, message) };
  if (found.problem === null) return null;
  const { said, field } = found.problem;
  const at = [...found.place, ...(field === undefined || field === found.place.at(-1) ? [] : [field])];
  const { http = { spec: true, status: 400 } } = extensions;
  return new GraphQLError([at.join('.'), said.en].filter((part) => part !== '').join(' '), {
    nodes,
    source,
    positions,
    extensions: { code: 'BAD_USER_INPUT', ja: said.ja, path: at, http },
  });
};

/** So many places of a message are tried: the value in it may hold anything, and be long. */
const MOST_TRIED = 50;
const LONGEST_WORDS = 200;
/**
 * graphql writes the value, then where it stands, then what is wrong with it: `… at "input.name";
 * Field …`. The first place behind which words of graphql's stand is taken.
 */
const problemOfVariable = (error: GraphQLError): { place: string[]; problem: Problem } => {
  const { message } = error;
  const [, variable = ''] = /"\$(\w+)"/.exec(message) ?? [];
  let tried = 0;
  for (const end of message.matchAll(/(?: at "([\w.[\]]+)")?; /g)) {
    if (++tried > MOST_TRIED) break;
    const begin = end.index + end[0].length;
    const problem = problemOf(error, message.slice(begin, begin + LONGEST_WORDS));
    if (problem) return { place: (end[1] ?? variable).split(/[.[\]]+/).filter((part) => part !== ''), problem };
  }
  return { place: [variable], problem: { said: SHAPE } };
};

/** A scalar of ours has said itself what is wrong; the rest stands in graphql's words. */
const problemOf = ({ originalError, nodes, extensions }: GraphQLError, words: string): Problem | null => {
  if (originalError instanceof GraphQLError && extensions.code === 'BAD_USER_INPUT' && nodes?.[0]) {
    if (!words.startsWith(originalError.message)) return null;
    const { ja } = originalError.extensions;
    return { said: typeof ja === 'string' ? { en: originalError.message, ja } : SHAPE };
  }
  for (const [begins, meaning] of PROBLEMS) {
    const found = begins.exec(words);
    if (found) return meaning(found);
  }
  return null;
};

/** Where a value stands in the text of a request: its argument, the fields and rows around it. */
const placeOf = (value: ASTNode | undefined): string[] => {
  const at = value?.loc;
  if (!at) return [];
  const place: string[] = [];
  visit(documentOf(at.source), {
    enter: (node, key, parent, _path, ancestors) => {
      if (!node.loc || node.loc.start > at.start || node.loc.end < at.end) return false;
      const owner = ancestors.at(-1);
      const isInList = Array.isArray(parent) && owner && 'kind' in owner && owner.kind === Kind.LIST;
      if (isInList) place.push(String(key));
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) place.push(node.name.value);
      return undefined;
    },
  });
  return place;
};

/** Parsed again, once a text: an error knows its value, not what the value stands in. */
const documentOf = (source: Source): DocumentNode => {
  const parsed = documents.get(source) ?? parse(source);
  documents.set(source, parsed);
  return parsed;
};
const documents = new WeakMap<Source, DocumentNode>();
