import type { z } from 'zod';

/** The part of a JSON Schema that we read. */
type Shape = z.core.JSONSchema.BaseSchema;

/** The schema of the value at `path`, or null when the schema has no such place. */
export function shapeAt(schema: Shape, path: readonly PropertyKey[]): Shape | null {
  let shape: Shape | null = schema;
  for (const key of path) {
    const next: unknown = typeof key === 'number' ? shape?.items : shape?.properties?.[String(key)];
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return null;
    shape = next as Shape; // a JSON Schema made by zod: an object at this place is a schema
  }
  return shape;
}

/** What a schema allows, in JSON's own notation, so that it needs no words: `"fr" | "nl"`, `integer 20..1800`, `string 1..80 | null`. */
export function allowed(shape: Shape): string {
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (shape.anyOf) return shape.anyOf.map((part) => (typeof part === 'object' ? allowed(part) : '')).join(' | ');
  if (shape.type === 'array') {
    const item = typeof shape.items === 'object' && !Array.isArray(shape.items) ? allowed(shape.items) : '';
    return `[ ${item}, … ]${bounds(shape.minItems, shape.maxItems)}`;
  }
  if (shape.type === 'object') return `{ ${Object.keys(shape.properties ?? {}).join(', ')} }`;
  if (shape.type === 'string') return `string${bounds(shape.minLength, shape.maxLength)}`;
  if (shape.type === 'integer' || shape.type === 'number') return `${shape.type}${bounds(shape.minimum, shape.maximum)}`;
  if (shape.type === 'boolean') return 'true | false';
  return String(shape.type);
}

function bounds(low: number | undefined, high: number | undefined): string {
  return low === undefined && high === undefined ? '' : ` ${low ?? ''}..${high ?? ''}`;
}
