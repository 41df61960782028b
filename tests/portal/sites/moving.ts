import type { Tongue } from '../layout.ts';
import { type Answer, type Ask, html } from '../site.ts';
import { WORDS } from './irisbox-words.ts';

/** Of what was sent. */
export const REFERENCE = 'DEM-2026-0001';

/** A form in three steps: who and where, proof and codes, what is sent. Each step carries the ones before it in hidden fields. */
export function moving(ask: Ask, tongue: Tongue, show: (title: string, main: string) => Answer): Answer {
  const w = WORDS[tongue];
  const step = ask.method === 'POST' ? Number(ask.form.get('step')) : 0;
  const marks = w.steps.map((label, at) => `<li${at === step ? ' aria-current="step"' : ''}>${at + 1}. ${label}</li>`).join('');
  const kept = [...ask.form]
    .filter(([name]) => name !== 'step')
    .map(([name, value]) => `<input type="hidden" name="${html(name)}" value="${html(value)}">`)
    .join('');
  const form = (fields: string, label: string) =>
    `<ol class="steps">${marks}</ol><form id="form" class="box" method="post" enctype="${step === 1 ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}" action="/irisbox/moving">${kept}<input type="hidden" name="step" value="${step + 1}">${fields}<button id="next">${label}</button></form>`;
  const field = (id: keyof typeof w.fields, attributes: string) =>
    `<label for="${id}">${w.fields[id]}<input id="${id}" name="${id}" ${attributes}></label>`;
  if (step === 0) {
    const fields = [
      field('given', 'autocomplete="given-name"'),
      field('name', 'autocomplete="family-name"'),
      field('street', 'autocomplete="street-address"'),
      field('code', 'autocomplete="postal-code" inputmode="numeric"'),
      field('city', 'autocomplete="address-level2"'),
      field('birth', 'autocomplete="bday"'),
      field('niss', 'inputmode="numeric"'),
      field('mail', 'type="email" autocomplete="email"'),
    ];
    return show(w.change, form(fields.join(''), w.next));
  }
  if (step === 1) {
    const fields = [
      field('password', 'type="password" autocomplete="current-password"'),
      field('once', 'autocomplete="one-time-code" inputmode="numeric"'),
      field('proof', 'type="file" accept="application/pdf,image/*"'),
    ];
    return show(w.change, form(fields.join(''), w.next));
  }
  if (step === 2) {
    const rows = (['given', 'name', 'street', 'code', 'city', 'birth'] as const).map(
      (id) => `<tr><th>${w.fields[id]}</th><td>${html(ask.form.get(id) ?? '')}</td></tr>`,
    );
    return show(w.change, form(`<table>${rows.join('')}</table><br>`, w.send));
  }
  return show(
    w.sent,
    `<p class="box">${w.reference} <b id="reference">${REFERENCE}</b></p><a id="receipt" class="btn" href="/irisbox/moving/receipt.pdf" download>${w.download}</a>`,
  );
}
