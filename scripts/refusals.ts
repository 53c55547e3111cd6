import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { userErrors } from '../src/api/user-errors.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What sends commands to a decider; not followed, as they do the same for all. */
const SENDERS = new Set(['commandsOn', 'creationsOf']);

/**
 * The codes that each mutation may be refused with, read from the code: every `Rejected`, and every
 * code that becomes one, in all that the mutation's `run` and `before` can reach; of a decider,
 * only the decision for the command's type. Codes that no input can provoke may be among them.
 * COMMAND_ID_REUSED, which all may be refused with, is left out.
 */
export const refusalsOfMutations = (): ReadonlyMap<string, readonly string[]> => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
  const program = ts.createProgram({
    rootNames: files.filter((file) => file.endsWith('.ts')).map((file) => join(ROOT, 'src', file)),
    options: { ...compilerOptions(), noEmit: true, types: [] },
  });
  const reader = new RefusalReader(program.getTypeChecker());
  const found = new Map<string, readonly string[]>();
  for (const source of program.getSourceFiles()) {
    if (!/\/src\/api\/\w+\/mutations\.ts$/.test(source.fileName)) continue;
    for (const [name, definition] of mutationsIn(source)) {
      const ofParts = definition.expression.getText() === 'several' ? OF_A_PART : [];
      found.set(name, [...new Set([...reader.codesOf(definition), ...ofParts])].sort());
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Errors that become the refusal of one part of several (src/api/several.ts). */
const OF_A_PART = ['FORBIDDEN', 'NOT_FOUND'];

const compilerOptions = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options;
};

/** `name: mutation({ … })` in a file, or `several`; of each definition, its whole call. */
const mutationsIn = (source: ts.SourceFile): [string, ts.CallExpression][] => {
  const found: [string, ts.CallExpression][] = [];
  const visit = (node: ts.Node): void => {
    const call = ts.isPropertyAssignment(node) && ts.isCallExpression(node.initializer) ? node.initializer : null;
    if (call && /^(mutation|several)$/.test(call.expression.getText()))
      found.push([node.getChildAt(0).getText(), call]);
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

class RefusalReader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  codesOf(start: ts.Node): ReadonlySet<string> {
    const codes = new Set<string>();
    const seen = new Set<ts.Node>();
    const follow = (node: ts.Node | undefined): void => {
      if (node === undefined || seen.has(node)) return;
      seen.add(node);
      visit(node);
    };
    const visit = (node: ts.Node): void => {
      const code = codeIn(node);
      if (code !== null) codes.add(code);
      const part = ts.isPropertyAccessExpression(node) ? this.#namedPart(node) : undefined;
      if (part) {
        follow(part);
        return;
      }
      if (ts.isIdentifier(node)) follow(this.#declared(node));
      if (ts.isCallExpression(node)) {
        for (const decision of this.#decisionsOf(node)) follow(decision);
        if (this.#isSealing(node)) codes.add('CLIENT_ERASED');
      }
      if (ts.isObjectLiteralExpression(node)) for (const decision of this.#decisionsIn(node)) follow(decision);
      if (!ts.isTypeNode(node)) ts.forEachChild(node, visit);
    };
    follow(start);
    return codes;
  }

  /**
   * What an identifier stands for, where that is our own code and neither a decider nor a sender.
   */
  #declared(node: ts.Identifier): ts.Node | undefined {
    const declaration = this.#declarationOf(node);
    if (!declaration?.getSourceFile().fileName.startsWith(join(ROOT, 'src/'))) return undefined;
    if (ts.isFunctionDeclaration(declaration)) return declaration.body;
    if (!ts.isVariableDeclaration(declaration) || deciderIn(declaration)) return undefined;
    return SENDERS.has(node.text) ? undefined : declaration.initializer;
  }

  /** `single.startVisit`: of an object of ours the part that is named, and nothing else of it. */
  #namedPart({ expression, name }: ts.PropertyAccessExpression): ts.Expression | undefined {
    const declared = ts.isIdentifier(expression) ? this.#declared(expression) : undefined;
    const object = declared && ts.isSatisfiesExpression(declared) ? declared.expression : declared;
    return object && ts.isObjectLiteralExpression(object) ? propertyOf(object, name.text) : undefined;
  }

  #declarationOf(node: ts.Node): ts.Declaration | undefined {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? this.#checker.getShorthandAssignmentValueSymbol(node.parent)
      : this.#checker.getSymbolAtLocation(node);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
    return target?.valueDeclaration;
  }

  /** `onVisit('AssignCaregiver', …)`: that decision; `loop.known(office, …)`: its `known`. */
  #decisionsOf(call: ts.CallExpression): ts.Node[] {
    const [first] = call.arguments;
    if (first && ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'known') {
      const known = this.#part(first, 'known');
      return known ? [known] : [];
    }
    const sender = this.#senderOf(call);
    const [decider] = sender?.arguments ?? [];
    if (!sender || !decider || !first) return [];
    const known = sender.expression.getText() === 'commandsOn' ? this.#part(decider, 'known') : undefined;
    const type = this.#checker.getTypeAtLocation(first);
    const types = type.isUnion() ? type.types : [type];
    const names = types.flatMap((one) => (one.isStringLiteral() ? [one.value] : []));
    return [...names.flatMap((name) => this.#decision(decider, name) ?? []), ...(known ? [known] : [])];
  }

  /** `{ decider: invitation, … type: 'UseInvitation' as const … }`, handed to the loop as it is. */
  #decisionsIn(object: ts.ObjectLiteralExpression): ts.Node[] {
    const decider = propertyOf(object, 'decider');
    if (!decider) return [];
    return [...object.getText().matchAll(/type: '(\w+)'/g)].flatMap(
      ([, type]) => this.#decision(decider, type ?? '') ?? [],
    );
  }

  /** The call of `commandsOn` or `creationsOf` that made what is called. */
  #senderOf(call: ts.CallExpression): ts.CallExpression | null {
    const made = ts.isIdentifier(call.expression) ? this.#initializerOf(call.expression) : call.expression;
    return made && ts.isCallExpression(made) && SENDERS.has(made.expression.getText()) ? made : null;
  }

  /** The second argument of a command says what is sealed, unless it is a function. */
  #isSealing(call: ts.CallExpression): boolean {
    const second = call.arguments[1];
    return this.#senderOf(call) !== null && second !== undefined && !ts.isArrowFunction(second);
  }

  #initializerOf(node: ts.Node): ts.Expression | undefined {
    const declaration = this.#declarationOf(node);
    return declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  }

  #decision(decider: ts.Expression, type: string): ts.Node | undefined {
    const parts = ['creating', 'changing'].map((name) => this.#part(decider, name));
    return parts.flatMap((part) => (part && ts.isObjectLiteralExpression(part) ? propertyOf(part, type) : []) ?? [])[0];
  }

  /** A property of the decider that an expression names. */
  #part(decider: ts.Expression, name: string): ts.Expression | undefined {
    const declaration = this.#declarationOf(decider);
    const object = declaration && deciderIn(declaration);
    return object ? propertyOf(object, name) : undefined;
  }
}

/** The object of `const visit = decider({ … })`. */
const deciderIn = (declaration: ts.Declaration): ts.ObjectLiteralExpression | null => {
  const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  if (!made || !ts.isCallExpression(made) || made.expression.getText() !== 'decider') return null;
  const [object] = made.arguments;
  return object && ts.isObjectLiteralExpression(object) ? object : null;
};

const propertyOf = (object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined => {
  const property = object.properties.find((one) => one.name?.getText() === name);
  if (property && ts.isPropertyAssignment(property)) return property.initializer;
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
};

/** `new Rejected('CODE', …)`, or `code: 'CODE'` of what becomes one. */
const codeIn = (node: ts.Node): string | null => {
  const literal =
    ts.isNewExpression(node) && node.expression.getText() === 'Rejected'
      ? node.arguments?.[0]
      : ts.isPropertyAssignment(node) && node.name.getText() === 'code'
        ? node.initializer
        : undefined;
  return literal && ts.isStringLiteral(literal) && literal.text in userErrors ? literal.text : null;
};
