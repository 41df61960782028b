import { inScene } from '../setup/scene.mjs';

/** Takes the pictures in docs/ again: tests/scenes drives the real app. An argument names another folder. */
export default function screenshots(args) {
  return inScene('screenshots', args);
}
