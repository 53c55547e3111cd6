import t from 'tap';
import { z } from 'zod';
import type { DomainEvent } from '../../src/domain/decider.ts';
import { partsOfStream, uuidOf } from '../../src/domain/ids.ts';
import { decode, encode, InvalidEvent } from '../../src/store/codec.ts';
import { UNREADABLE } from '../../src/store/event-store.ts';
import { eventSchemas } from '../../src/store/event-types.ts';
import type { Metadata } from '../../src/store/metadata.ts';
import { schemaVersionOf } from '../../src/store/upcasters.ts';
import { EXAMPLE_EVENTS } from '../support/example-events.ts';

const ID = uuidOf('event');
const NOW = '2026-06-12T00:00:00.000Z';
const CANARY = '黄鳥';
const examples = Object.values(EXAMPLE_EVENTS).map(({ stream, full, bare, further }) => ({
  type: full.type,
  stream,
  schema: eventSchemas.get(full.type) ?? z.never(),
  full,
  all: [full, bare, ...further],
}));

const linked: Omit<Metadata, 'schemaVersion' | 'occurredAt'> = {
  commandId: 'b3c1f7de-7a55-4c1e-9a6b-2f7f0a7f6f10',
  commandHash: '2c624232cdd221771294dfbb310aca000a0df6ac8b66b696d90ef06fdefb64a3',
  correlationId: 'b3c1f7de-7a55-4c1e-9a6b-2f7f0a7f6f10',
  causationId: uuidOf('cause'),
  actor: { subject: 'coordinator', role: 'COORDINATOR', officeId: uuidOf('office') },
};
const unlinkable: typeof linked = {
  commandId: null,
  commandHash: null,
  correlationId: null,
  causationId: null,
  actor: { subject: 'survey', role: null, officeId: null },
};

/** Every state that parts of a schema can be in: absent or present, null or not. */
const statesOf = (schema: unknown, path: string): readonly string[] => {
  if (schema instanceof z.ZodOptional) return [`${path} absent`, `${path} present`, ...statesOf(schema.unwrap(), path)];
  if (schema instanceof z.ZodNullable) return [`${path} null`, `${path} not null`, ...statesOf(schema.unwrap(), path)];
  if (schema instanceof z.ZodArray) return statesOf(schema.element, `${path}[]`);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, part]) => statesOf(part, `${path}.${name}`));
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** Those of them that a value shows. */
const shownBy = (value: unknown, schema: unknown, path: string): readonly string[] => {
  if (schema instanceof z.ZodOptional)
    return value === undefined ? [`${path} absent`] : [`${path} present`, ...shownBy(value, schema.unwrap(), path)];
  if (schema instanceof z.ZodNullable)
    return value === null ? [`${path} null`] : [`${path} not null`, ...shownBy(value, schema.unwrap(), path)];
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? value.flatMap((item) => shownBy(item, schema.element, `${path}[]`)) : [];
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, part]) => shownBy(fieldOf(value, name), part, `${path}.${name}`));
};

/** The single values of a structure, and where each stands. */
const leavesOf = (value: unknown): readonly { readonly path: readonly string[]; readonly leaf: unknown }[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) =>
        leavesOf(part).map(({ path, leaf }) => ({ path: [name, ...path], leaf })),
      )
    : [{ path: [], leaf: value }];

/** The structure with another value in one place. */
const replacedAt = (value: unknown, [name, ...path]: readonly string[], by: unknown): unknown => {
  if (name === undefined) return by;
  const replaced = Object.entries(value ?? {}).map(([key, part]) => [
    key,
    key === name ? replacedAt(part, path, by) : part,
  ]);
  return Array.isArray(value) ? replaced.map(([, part]) => part) : Object.fromEntries(replaced);
};

/** What `encode` says of an event that breaks the storage contract. */
const refusalOf = (event: DomainEvent): string => {
  try {
    return `taken: ${encode(ID, event, { ...linked, occurredAt: NOW }).type}`;
  } catch (error) {
    if (!(error instanceof InvalidEvent)) throw error;
    return error.message;
  }
};

t.test('there is an example of every event type', async (t) => {
  t.strictSame(Object.keys(EXAMPLE_EVENTS).sort(), [...eventSchemas.keys()].sort());
  t.strictSame(
    Object.entries(EXAMPLE_EVENTS).map(([type, { full }]) => [type, full.type]),
    Object.keys(EXAMPLE_EVENTS).map((type) => [type, type]),
  );
});

for (const { type, stream, schema, full, all } of examples)
  t.test(type, async (t) => {
    t.test('its examples show every part that may be absent or null both ways', async (t) => {
      const shown = new Set(all.flatMap((event) => shownBy(event, schema, type)));
      t.strictSame([...shown].sort(), [...new Set(statesOf(schema, type))].sort());
    });

    t.test('what is decoded is what was encoded, with its metadata', async (t) => {
      for (const [n, event] of all.entries())
        for (const ids of [linked, unlinkable]) {
          const occurredAt = event.occurredAt ?? NOW;
          const place = { stream, version: n + 1, position: 70 + n, recordedAt: '2026-06-12T00:00:00.123Z' };
          const { stampDayOnly: _, ...encoded } = encode(ID, event, { ...ids, occurredAt });
          t.strictSame(decode({ ...encoded, ...place, endsAppend: true }), {
            ...event,
            id: ID,
            ...place,
            category: partsOfStream(stream).category,
            streamId: partsOfStream(stream).id,
            occurredAt,
            metadata: { ...ids, occurredAt, schemaVersion: schemaVersionOf(type) },
          });
        }
    });

    t.test('an example that is broken anywhere is refused, naming the place and no value', async (t) => {
      t.equal(refusalOf({ type, data: { ...full.data, [CANARY]: CANARY } }), `${type}: unrecognized_keys at data`);
      t.equal(refusalOf({ ...full, occurredAt: CANARY }), `${type}: invalid_format at occurredAt`);
      for (const { path } of leavesOf(full.data)) {
        const place = `at data.${path.join('.')}`;
        const refusal = refusalOf({ type, data: replacedAt(full.data, path, [CANARY]) });
        const code = refusal.includes('invalid_value') ? 'invalid_value' : 'invalid_type';
        t.equal(refusal, `${type}: ${code} ${place}`);
      }
    });

    // Of answers to a survey the text ones alone are sealed, and the schema does not know which.
    const sealed = leavesOf(full.data).filter(({ leaf }) => typeof leaf === 'string' && leaf.startsWith('sealed:'));
    if (sealed.length > 0 && type !== 'SurveyAnswered')
      t.test('rule 41: plain text in the place of a sealed value is refused, and not named', async (t) => {
        for (const { path } of sealed)
          t.equal(
            refusalOf({ type, data: replacedAt(full.data, path, CANARY) }),
            `${type}: invalid_format at data.${path.join('.')}`,
          );
      });
  });

t.test('an unknown type is never written; where a newer release has written one, it decodes to null', async (t) => {
  t.equal(refusalOf({ type: 'VisitDreamt', data: { of: CANARY } }), 'unknown event type VisitDreamt');
  const stored = { id: ID, type: 'VisitDreamt', data: '{"of":"it"}', metadata: '{}', endsAppend: true };
  const place = { stream: `visit-${ID}`, version: 1, position: 1, recordedAt: NOW };
  t.equal(decode({ ...stored, ...place }), null);
  t.equal(decode({ ...stored, ...place, type: UNREADABLE, data: '', metadata: '' }), null);
});

t.test('rule 39: of an answer to a survey alone the store stamps the day, not the instant', async (t) => {
  const stampedByDay = examples.filter(
    ({ full }) => encode(ID, full, { ...unlinkable, occurredAt: NOW }).stampDayOnly !== undefined,
  );
  t.strictSame(
    stampedByDay.map(({ type, full }) => [type, encode(ID, full, { ...unlinkable, occurredAt: NOW }).stampDayOnly]),
    [['SurveyAnswered', true]],
  );
});
