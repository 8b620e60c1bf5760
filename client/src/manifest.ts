// What of the extension's own manifest the client reads: its rules.

/** As much of package.json as is read here: `npm run generate` writes every rule into the settings. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly 'copydesk.rules': {
          readonly properties: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
        };
      };
    };
  };
}

export const rulesIn = ({ contributes }: Manifest) =>
  Object.entries(contributes.configuration.properties['copydesk.rules'].properties);
