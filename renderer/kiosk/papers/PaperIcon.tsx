import FileText from 'lucide-react/icons/file-text';
import Picture from 'lucide-react/icons/image';
import type { PaperKind } from '../../../main/core/papers/view.ts';

/** What a document looks like in a list. */
export function PaperIcon({ kind }: { kind: PaperKind }) {
  return kind === 'pdf' ? <FileText aria-hidden /> : <Picture aria-hidden />;
}
