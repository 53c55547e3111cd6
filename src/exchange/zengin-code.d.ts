declare module 'zengin-code' {
  interface Named {
    readonly code: string;
    readonly name: string;
    readonly kana: string;
  }
  /** By their codes: four digits of a bank, three of a branch. */
  const banks: Readonly<Record<string, Named & { readonly branches: Readonly<Record<string, Named>> }>>;
  export default banks;
}
