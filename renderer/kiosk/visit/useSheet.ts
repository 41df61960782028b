import { useEffect, useState } from 'react';
import type { Language } from '../../../main/core/language.ts';
import type { Result } from '../../../main/core/mishap.ts';
import type { ProcedureLine, Sheet } from '../../../main/core/procedure/schema.ts';
import { ask } from '../../bridge/index.ts';

/** One sheet in one language; null while it is read. The last one stays on screen while the next language is fetched. */
export function useSheet(id: string | null, language: Language): Result<Sheet> | null {
  const [read, setRead] = useState<{ id: string; result: Result<Sheet> } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let wanted = true;
    void ask('catalogue.read', { id, language }).then((result) => wanted && setRead({ id, result }));
    return () => {
      wanted = false;
    };
  }, [id, language]);
  return read?.id === id ? (read?.result ?? null) : null;
}

/** The list of procedures in one language; null while it is read. */
export function useLines(language: Language): Result<ProcedureLine[]> | null {
  const [lines, setLines] = useState<Result<ProcedureLine[]> | null>(null);
  useEffect(() => {
    let wanted = true;
    void ask('catalogue.list', { language }).then((result) => wanted && setLines(result));
    return () => {
      wanted = false;
    };
  }, [language]);
  return lines;
}
