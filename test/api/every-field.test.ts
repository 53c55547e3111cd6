import { type GraphQLObjectType, isObjectType, isRequiredArgument } from 'graphql';
import t from 'tap';
import { fuzz } from '../../scripts/fuzz/fuzzing.ts';
import { faultsOf } from '../../scripts/fuzz/judging.ts';
import type { Request } from '../../scripts/fuzz/requests.ts';
import { worldOf } from '../../scripts/fuzz/world.ts';
import { argumentsOf, fieldsOf, queriesOver, schema } from '../support/every-field.ts';
import { startNode } from '../support/http-node.ts';
import { CAST, liveTrial, type Subject } from '../support/trial.ts';

const node = await startNode(t);
const trial = await liveTrial(node);

type Kept = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Kept => typeof value === 'object' && value !== null;

/** Where an object of an answer differs from one of the same type and id that was answered. */
const mixedIn = (value: unknown, cache: Map<string, Kept>): string[] => {
  if (!isThing(value)) return [];
  const inside = Object.values(value).flatMap((part) => mixedIn(part, cache));
  if (typeof value.id !== 'string') return inside;
  const key = `${value.__typename} ${value.id}`;
  const leaves = Object.fromEntries(Object.entries(value).filter(([, part]) => !isThing(part)));
  const before = cache.get(key) ?? {};
  cache.set(key, { ...before, ...leaves });
  const other = Object.keys(leaves).filter((name) => name in before && before[name] !== leaves[name]);
  return [...inside, ...other.map((name) => `${key}.${name} is ${before[name]} and ${leaves[name]}`)];
};

t.test('every field answers to everybody without a fault of ours', async (t) => {
  const args = argumentsOf(trial);
  const asked = new Set<string>();
  const queries = queriesOver(args, asked);
  const faults: string[] = [];
  const mixed: string[] = [];
  for (const as of [...(Object.keys(CAST) as Subject[]), 'nobody']) {
    const cache = new Map<string, Kept>();
    for (const query of queries) {
      // Without a role no longer text is read (rule 49).
      if (as === 'nobody' && query.length > 2_048) continue;
      const { data, errors } = await node.ask(query, {}, { as, at: trial.now });
      for (const { message, extensions } of errors) {
        // Results of a survey are for after its closing.
        if (!['FORBIDDEN', 'SURVEY_NOT_CLOSED'].includes(extensions.code))
          faults.push(`${as}: ${extensions.code} ${message} in ${query}`);
      }
      mixed.push(...mixedIn(data, cache).map((difference) => `${as}: ${difference} in ${query}`));
    }
  }
  t.strictSame(faults, []);
  t.strictSame(mixed, [], 'a cache that goes by type and id never takes one thing for another');
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) &&
      !/^(__|Mutation|Subscription)|Payload$|Notice$|^(Invitation|UserError|VisitResult)$/.test(type.name),
  );
  const all = types.flatMap((type) => fieldsOf(type as GraphQLObjectType).map((field) => `${type.name}.${field.name}`));
  const needy = types.flatMap((type) =>
    fieldsOf(type as GraphQLObjectType)
      .filter((field) => field.args.some(isRequiredArgument))
      .map((field) => `${type.name}.${field.name}`),
  );
  t.strictSame(
    needy.filter((coordinate) => !(coordinate in args)),
    [],
    'the test knows every argument that is needed',
  );
  t.strictSame(
    all.filter((coordinate) => !asked.has(coordinate)),
    [],
    'every field was asked for',
  );
});

t.test('rules 41, 47: npm run fuzz in short: requests by chance, with every role, find no fault', async (t) => {
  const { faults, answers, events, passed } = await fuzz(await worldOf(node, trial), 400, 1);
  t.strictSame(faults, []);
  const kinds = new Set([...answers.keys()].map((told) => told.split(':')[0]));
  t.strictSame([...kinds].sort(), ['bytes', 'http', 'mutation', 'query', 'subscription']);
  t.ok((answers.get('query: 200') ?? 0) > 80, 'most questions are answered');
  const through = [...passed.values()].reduce((sum, times) => sum + times, 0);
  t.ok(events > 30 && passed.size > 15 && through > 30, `many mutations pass: ${through}, ${events} events`);
});

t.test('what npm run fuzz takes for a fault', (t) => {
  const sent: Request = { kind: 'query', as: 'p', method: 'POST', path: '/graphql', headers: {}, body: '{}' };
  const judged = (status: number, text: string, as = 'p') =>
    faultsOf({ ...sent, as }, { status, text }, [{ texts: ['金糸雀'], seenBy: ['z'] }], '/data/x');
  const failed = (code: string, message = 'x') => JSON.stringify({ errors: [{ message, extensions: { code } }] });
  t.strictSame(judged(200, '{"data":{"viewer":null}}'), []);
  t.strictSame(judged(400, failed('BAD_USER_INPUT')), []);
  t.strictSame(judged(200, '{"data":{"name":"金糸雀"}}', 'z'), []);
  t.strictSame(judged(200, '{"data":{"name":"金糸雀"}}'), ['金糸雀 is seen by p']);
  t.strictSame(judged(503, failed('UNAVAILABLE')), ['status 503', 'UNAVAILABLE']);
  t.strictSame(judged(200, failed('INTERNAL_SERVER_ERROR')), ['INTERNAL_SERVER_ERROR']);
  t.strictSame(judged(200, failed('SOMETHING')), ['an error with the code SOMETHING: x']);
  t.strictSame(judged(200, failed('CONFLICT', '')), ['an error without a message: CONFLICT']);
  t.strictSame(judged(400, failed('BAD_USER_INPUT', '/data/x/events')), ['tells of the inside: /data/x']);
  t.strictSame(judged(400, failed('BAD_USER_INPUT', 'x\n  at y.js')), ['tells of the inside: \\n  at ']);
  t.strictSame(judged(200, '{"data":{"a":{"userErrors":[{"code":"NO_SUCH"}]}}}'), ['the unknown code NO_SUCH']);
  t.strictSame(judged(200, 'not JSON'), ['is no JSON']);
  t.strictSame(judged(406, ''), ['406 alone']);
  const behind = { ...sent, headers: { 'x-min-position': '9999999' } };
  const waited = (text: string) =>
    faultsOf(behind, { status: 503, text }, [{ texts: ['金糸雀'], seenBy: [] }], '/data/x');
  t.strictSame(waited(failed('UNAVAILABLE')), []);
  t.strictSame(faultsOf({ ...behind, method: 'HEAD' }, { status: 503, text: '' }, [], '/data/x'), []);
  t.strictSame(waited(failed('UNAVAILABLE', '金糸雀 /data/x')), [
    'tells of the inside: /data/x',
    '金糸雀 is seen by p',
  ]);
  t.strictSame(waited(failed('INTERNAL_SERVER_ERROR')), ['status 503', 'INTERNAL_SERVER_ERROR']);
  const long = { ...sent, headers: { 'x-long': 'x'.repeat(9_000) } };
  t.strictSame(faultsOf(long, { status: 431, text: '' }, [], '/data/x'), []);
  t.strictSame(judged(431, ''), ['431 alone']);
  t.end();
});
