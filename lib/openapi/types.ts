/** The parts of OpenAPI 3.1 that this description uses. A schema is JSON Schema 2020-12. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly default?: string | number | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};
type TypeName = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: Schema;
};

/** How a caller proves that it may call an operation. */
type SecurityScheme = { readonly description: string } & (
  | { readonly type: 'http'; readonly scheme: 'bearer' }
  | { readonly type: 'apiKey'; readonly in: 'header'; readonly name: string }
);
/** The schemes that an operation requires, by name. An empty one means that it can be called without any. */
type Security = Readonly<Record<string, readonly []>>;

export type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
export type ApiResponse = { readonly description: string; readonly content?: Content };

export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Security[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ApiResponse>>;
};

export const methods = ['get', 'post', 'patch', 'delete'] as const;
export type Method = (typeof methods)[number];
type Paths = Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>;

/** The paths of one part of the API, with the schemas that they refer to. */
export type ApiPart = {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Paths;
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
};

export type ApiDocument = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: ApiPart['tags'];
  readonly paths: Paths;
  readonly components: {
    readonly schemas: ApiPart['schemas'];
    readonly securitySchemes: NonNullable<ApiPart['securitySchemes']>;
  };
};
