import t from 'tap';
import {
  agreementIdOf,
  clientIdOf,
  createdIdOf,
  invitationIdOf,
  lineIdOf,
  memberIdOf,
  officeIdOf,
  partsOfStream,
  settlementIdOf,
  statementIdOf,
  streamOf,
  termsIdOf,
  uuidOf,
  uuidSchema,
  visitIdOf,
} from '../../src/domain/ids.ts';

const [one, two, three] = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
] as const;

// Computed by another implementation of UUIDv5: streams of a log that exists are found by these.
t.test('an id follows from what it is of, the same for ever', async (t) => {
  t.equal(officeIdOf('1375200753'), '7fca626d-5bcc-5703-aff7-fe984dc7a59a');
  t.equal(memberIdOf('hanako'), '6f71a142-d645-59a4-a15b-366b68e121d1');
  t.equal(agreementIdOf(one, two, three), '7ef7f61d-8b78-59e8-bcc3-0ff9b8893661');
  t.equal(termsIdOf(one, two, three, 2), 'b679877c-eeef-55bf-b72a-c5888c46687a');
  t.equal(clientIdOf(one, 'K-17'), '8c9d54a7-9735-57f8-b997-6d376b6de70e');
  t.equal(visitIdOf(one, 0), 'f96afdc9-fdd1-5743-b31a-b0081f188bba');
  t.equal(settlementIdOf(one, two, three), '249bc74f-2ffd-5546-b6ff-a95817d404ff');
  t.equal(statementIdOf(one, 1), 'f81d75f8-2bca-53c9-971d-d144d9b3930f');
  t.equal(lineIdOf(one, 0), 'e2884cab-18bc-5031-a73a-a8cf0ee62e4c');
  t.equal(invitationIdOf(one, two), 'b7e0681e-8d55-5b6a-a5c8-5d11767bb3ce');
  t.equal(createdIdOf('network', 'hanako', 'c-1'), 'c32232ca-280d-5b12-8dba-0e7a0b9a2dad');
});

t.test('parts that run together to the same text, or are numbers and texts, make different ids', async (t) => {
  t.equal(uuidOf('a', 'bc'), 'fd292077-6570-5de2-8c19-506a014a5da3');
  t.equal(uuidOf('ab', 'c'), '84ea8793-a88e-541e-a017-37c07c820961');
  t.equal(uuidOf('a', 1), 'd2130b2f-fa56-5ba3-8fa0-5630b00dd369');
  t.equal(uuidOf('a', '1'), 'dd39d594-a440-559e-8a11-f95cead6fa00');
  t.equal(uuidOf('東京'), '942fc511-a9e8-5d29-aca6-7a161b110c55');
});

t.test('a pair has a direction', async (t) => {
  t.not(agreementIdOf(one, two, three), agreementIdOf(one, three, two));
  t.not(settlementIdOf(one, two, three), settlementIdOf(one, three, two));
});

t.test('every id is a UUID', async (t) => {
  t.strictSame(
    [uuidOf('a'), one, one.slice(1), 'hanako', ''].map((id) => uuidSchema.safeParse(id).success),
    [true, true, false, false, false],
  );
});

t.test('the name of a stream holds its category and id, and gives them back', async (t) => {
  t.equal(streamOf('office', one), `office-${one}`);
  t.strictSame(partsOfStream(`office-${one}`), { category: 'office', id: one });
});
