import t from 'tap';
import { startNode } from '../support/http-node.ts';
import { inputOf, standingOf, unknownInTables } from '../support/mutation-input.ts';
import { allowed, cast, contract, may } from '../support/standing.ts';
import { liveTrial, type Trial } from '../support/trial.ts';

const mutationFields = Object.values(contract.getMutationType()?.getFields() ?? {});
const mutations = mutationFields.map(({ name }) => name);
const inputTypes = new Map(mutationFields.map(({ name, args }) => [name, String(args[0]?.type)]));

const ofSeveral = new Set(
  mutationFields.filter(({ type }) => String(type) === 'VisitsPayload!').map(({ name }) => name),
);

type Input = Record<string, unknown>;

/** Where one input does not do for everybody. */
const EXCEPTIONS: Readonly<Record<string, (input: Input, as: string | null, trial: Trial) => Input>> = {
  // Everybody may end what they are themselves: here in an office to which they do not belong, so
  // that nobody is gone for what follows. The configured administrator is no member.
  removeMember: (input, as, { office }) =>
    as === 'admin' ? input : { ...input, subject: as, officeId: as === 'b' ? office.n : office.b },
  // The assist office may withdraw a dispute alone, the partner office answer it.
  resolveDispute: (input, as) => (as === 'a' ? { ...input, outcome: 'WITHDRAWN' } : input),
};
const inputFor = (name: string, trial: Trial, as: string | null): Input => {
  const input = inputOf(name, trial);
  return EXCEPTIONS[name]?.(input, as, trial) ?? input;
};

t.test('rights of mutations, by @may, for everybody', async (t) => {
  const node = await startNode(t);
  const trial = await liveTrial(node);

  /**
   * Code of the GraphQL error that a mutation answers to a subject, or that stands in the one part
   * of several; null where it was let through.
   */
  const refusal = async (as: string | null, name: string): Promise<string | null> => {
    const said = `userErrors { code } ${ofSeveral.has(name) ? 'results { userErrors { code } }' : ''}`;
    const query = `mutation ($input: ${inputTypes.get(name)}) { ${name}(input: $input) { ${said} } }`;
    const { data, errors } = await node.ask(query, { input: inputFor(name, trial, as) }, { as, at: trial.now });
    const ofPart = data?.[name]?.results?.[0]?.userErrors[0]?.code;
    return errors[0]?.extensions.code ?? (/^(FORBIDDEN|NOT_FOUND)$/.test(ofPart) ? ofPart : null);
  };

  await t.test('every mutation says who may, and what is generated has no needless exceptions', async (t) => {
    t.ok(mutations.length > 40);
    t.strictSame(
      mutations.filter((name) => !may.has(`Mutation.${name}`)),
      [],
    );
    t.strictSame(
      Object.keys(EXCEPTIONS).filter((name) => !mutations.includes(name)),
      [],
    );
    t.strictSame(unknownInTables(), []);
  });

  await t.test('rule 5: a mutation is refused to whom @may does not name, and stores nothing', async (t) => {
    for (const name of mutations) {
      const allowedTo = allowed(`Mutation.${name}`, standingOf(name));
      if (allowedTo.size === cast.length) continue;
      const before = await node.app.store.head();
      const got: string[] = [];
      for (const as of cast.filter((subject) => !allowedTo.has(subject))) got.push(`${as} ${await refusal(as, name)}`);
      t.strictSame(
        got.filter((line) => !/ (FORBIDDEN|NOT_FOUND)$/.test(line)),
        [],
        name,
      );
      t.equal(await refusal('nobody', name), 'FORBIDDEN', `${name} without a role`);
      t.equal(await refusal(null, name), 'UNAUTHENTICATED', `${name} without a token`);
      t.equal(await node.app.store.head(), before, `${name} stores nothing`);
    }
  });

  await t.test('a mutation is open to whom @may names, whatever the rules then say', async (t) => {
    for (const name of mutations) {
      const got: string[] = [];
      for (const as of allowed(`Mutation.${name}`, standingOf(name))) got.push(`${as} ${await refusal(as, name)}`);
      t.ok(got.length > 0, `${name} is open to somebody`);
      t.strictSame(
        got.filter((line) => !line.endsWith(' null')),
        [],
        name,
      );
    }
    t.equal(await refusal(null, 'answerSurvey'), null, 'answering a survey needs no login');
  });
});
