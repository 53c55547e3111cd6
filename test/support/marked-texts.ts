import { randomUUID } from 'node:crypto';
import { type GraphQLInputType, getNullableType, isInputObjectType, isListType } from 'graphql';
import type { Site } from './site.ts';
import { contract } from './standing.ts';

/** Texts that are codes, numbers or digests: shape or catalogue leave no room for free text. */
const OF_A_FORM: readonly string[] = [
  'AnswerInput.question',
  'AnswerSurveyInput.token',
  'ApprovePaymentInput.contentHash',
  'ChangeOfficeInput.corporateNumber',
  'ChangeOfficeInput.invoiceNumber',
  'ClientPersonalChange.insuredNumber',
  'ClientPersonalChange.insurerNumber',
  'ClientPersonalInput.insuredNumber',
  'ClientPersonalInput.insurerNumber',
  'ConditionInput.anyOf',
  'ConditionInput.question',
  'DelegatedVisitInput.tasks',
  'ProposeTermsInput.percent',
  'RegisterOfficeInput.corporateNumber',
  'RegisterOfficeInput.invoiceNumber',
  'RegisterOfficeInput.providerNumber',
  'VisitTaskInput.code',
];

/** One text as it was sent, and the field that it was sent in. */
export interface SentText {
  readonly coordinate: string;
  readonly text: string;
}
/** A mutation that was answered. */
export interface Sent {
  readonly name: string;
  readonly input: Record<string, unknown>;
  readonly as: string | null;
  readonly isRefused: boolean;
}

const inputTypeOf = (name: string): GraphQLInputType | undefined =>
  contract
    .getMutationType()
    ?.getFields()
    [name]?.args.find((argument) => argument.name === 'input')?.type;

/**
 * A site through which each text is told apart from all others, and each mutation is safe to
 * repeat; `texts` and `sent` fill as it is used.
 */
export const marking = (site: Site) => {
  const [texts, sent]: [SentText[], Sent[]] = [[], []];
  const marked = (type: GraphQLInputType | undefined, value: unknown, coordinate: string): unknown => {
    const named = type && getNullableType(type);
    if (Array.isArray(value) && isListType(named)) return value.map((one) => marked(named.ofType, one, coordinate));
    if (isInputObjectType(named) && typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [
          name,
          marked(named.getFields()[name]?.type, part, `${named.name}.${name}`),
        ]),
      );
    const isText = named && 'name' in named && named.name === 'String' && !OF_A_FORM.includes(coordinate);
    if (typeof value !== 'string' || !isText) return value;
    const text = `${value}~${texts.length}~`;
    texts.push({ coordinate, text });
    return text;
  };
  const ask: Site['ask'] = async (query, variables, how) => {
    const name = /^\s*mutation[^{]*\{\s*(\w+)\(input: \$input\)/.exec(query)?.[1];
    if (name === undefined) return site.ask(query, variables, how);
    const input = { commandId: randomUUID(), ...(marked(inputTypeOf(name), variables.input, '') as object) };
    const answer = await site.ask(query, { ...variables, input }, how);
    const isRefused = answer.errors.length > 0 || answer.data[name].userErrors.length > 0;
    sent.push({ name, input, as: how.as, isRefused });
    return answer;
  };
  return { texts, sent, site: { ...site, ask } };
};
