import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export const MAX_BODY_BYTES = 1_048_576;
export const MAX_DEPTH = 10;
export const MAX_ALIASES = 15;
export const MAX_TOKENS = 1_000;

/** Limits on what a query may cost (quality.md § Security); introspection in development alone. */
export const limits = (production: boolean): Plugin[] => [
  maxDepthPlugin({ n: MAX_DEPTH, ignoreIntrospection: !production }) as Plugin,
  maxAliasesPlugin({ n: MAX_ALIASES }) as Plugin,
  maxTokensPlugin({ n: MAX_TOKENS }) as Plugin,
  costLimitPlugin({ maxCost: 20_000, ignoreIntrospection: !production }) as Plugin,
  ...(production ? [{ onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule) } satisfies Plugin] : []),
];
