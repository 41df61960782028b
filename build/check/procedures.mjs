import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { allowedFor, firstPage } from '../../main/core/portal/allowed.ts';
import { LoginPlace } from '../../main/core/portal/place.ts';
import { judge } from '../../main/core/portal/policy.ts';
import { FACTS, LegalBasis, ProcedureFile, ProcedureText } from '../../main/core/procedure/schema.ts';
import { warrantOf } from '../../main/core/procedure/warrant.ts';
import { publisherKeys } from '../../native/publishers.ts';
import { warrantedFields } from '../../native/warrant.ts';

/** Facts whose words are one text or a list, and may be null; the steps are always there. */
const NULLABLE = FACTS.filter((fact) => fact !== 'steps');

/**
 * What is wrong with the catalogue in `folder`: a file that breaks its schema, a language missing, steps or lists of
 * different length, words where the fact is unknown or none where it is known, a legal basis nobody wrote down, a warrant for
 * the card that none of `publishers` signed, a site whose first page is not among its own places, hints for steps or hosts that are not there.
 */
export function procedureProblems(folder, languages, publishers = publisherKeys()) {
  const problems = [];
  const legal = parsed(folder, 'legal.json', { safeParse: parseLegal }, problems) ?? {};
  const logins = parsed(folder, 'logins.json', z.array(LoginPlace), problems) ?? [];
  problems.push(...loginProblems(logins));
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  if (names.length === 0) problems.push('the catalogue is empty');
  for (const id of names) {
    const file = parsed(folder, `${id}/procedure.json`, ProcedureFile, problems);
    const texts = languages.map((language) => ({
      language,
      text: parsed(folder, `${id}/${language}.json`, ProcedureText, problems),
    }));
    const expected = new Set(['procedure.json', ...languages.map((language) => `${language}.json`)]);
    for (const name of readdirSync(path.join(folder, id)))
      if (!expected.has(name)) problems.push(`${id}/${name}: does not belong here`);
    if (file) problems.push(...fileProblems(id, file, legal), ...warrantProblems(id, file, publishers));
    const there = texts.filter(({ text }) => text !== null);
    problems.push(...lengthProblems(id, there));
    if (file?.portal) problems.push(...portalProblems(id, file, logins, Math.min(...there.map(({ text }) => text.steps.length))));
    if (file) for (const { language, text } of there) problems.push(...nullProblems(`${id}/${language}.json`, file, text));
  }
  return { problems, legal: Object.keys(legal) };
}

function parsed(folder, name, schema, problems) {
  try {
    const result = schema.safeParse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push(`${name} ${issue.path.join('.')}: ${issue.message}`);
  } catch (problem) {
    problems.push(`${name}: ${problem.code === 'ENOENT' ? 'is missing' : problem.message}`);
  }
  return null;
}

function parseLegal(value) {
  const issues = Object.entries(value).flatMap(([id, basis]) => {
    const result = LegalBasis.safeParse(basis);
    return result.success ? [] : result.error.issues.map((issue) => ({ ...issue, path: [id, ...issue.path] }));
  });
  return issues.length === 0 ? { success: true, data: value } : { success: false, error: { issues } };
}

function fileProblems(id, file, legal) {
  const problems = file.id === id ? [] : [`${id}/procedure.json: its id is ${file.id}`];
  for (const [region, basis] of Object.entries(file.legalBasis)) {
    if (!(basis in legal)) problems.push(`${id}/procedure.json legalBasis.${region}: ${basis} is not in legal.json`);
  }
  if ((file.verifiedOn === null) !== (file.verifiedBy === null))
    problems.push(`${id}/procedure.json: verifiedOn and verifiedBy go together`);
  return problems;
}

/** The card process would open nothing on it: better said here than found out at a counter. */
function warrantProblems(id, file, publishers) {
  const warrant = warrantOf(file);
  if (!warrant || warrantedFields(warrant, publishers).length > 0) return [];
  return [`${id}/procedure.json card.warrant: no publisher of native/publishers.ts signed this`];
}

/** A host that is sure has a source; no place is named twice. */
function loginProblems(logins) {
  return logins.flatMap(({ host, path: start, grade, source }, i) => [
    ...(logins.findIndex((one) => one.host === host && one.path === start) < i
      ? [`logins.json ${host}${start}: is there twice`]
      : []),
    ...(grade === 'sure' && source === null ? [`logins.json ${host}${start}: sure without a source`] : []),
  ]);
}

/** What the pane opens first must be allowed, a log-in place is no procedure's own, and hints speak of steps and hosts that are there. */
function portalProblems(id, file, logins, steps) {
  const where = `${id}/procedure.json portal`;
  const { places, logins: shared } = allowedFor(file, logins);
  const verdict = judge({ places, logins: [] }, { kind: 'page', url: firstPage(file.portal) });
  const hosts = [...places, ...shared].map(({ host }) => host);
  return [
    ...(verdict.allowed ? [] : [`${where}: its first page ${firstPage(file.portal)} is not allowed (${verdict.rule})`]),
    ...places
      .filter(({ host }) => logins.some((one) => one.host === host))
      .map(({ host }) => `${where}.places: ${host} is a log-in place`),
    ...(file.portal.hints ?? []).flatMap(({ step, at }, i) => [
      ...(step > steps ? [`${where}.hints.${i}: step ${step}, the guide has ${steps}`] : []),
      ...(Object.keys(at).length === 0 ? [`${where}.hints.${i}.at: names nothing`] : []),
      ...(at.host !== undefined && !hosts.includes(at.host) ? [`${where}.hints.${i}.at: ${at.host} is not allowed`] : []),
      ...(at.login && shared.length === 0 ? [`${where}.hints.${i}.at: nobody logs in here`] : []),
    ]),
  ];
}

/** Lists must be as long in every language: a guide counts its steps. A second sentence may be there in one only (a hint about a site's language). */
function lengthProblems(id, texts) {
  const shape = ({ text }) => [
    `${text.steps.length} steps`,
    `${text.bring?.length ?? 'no'} things to bring`,
    `${text.watchOut.length} warnings`,
  ];
  const [first, ...others] = texts;
  return others.flatMap((other) =>
    shape(other).flatMap((part, i) =>
      part === shape(first)[i] ? [] : [`${id}/${other.language}.json: ${part}, ${first.language} has ${shape(first)[i]}`],
    ),
  );
}

function nullProblems(where, file, text) {
  return NULLABLE.flatMap((fact) => {
    const unknown = file.facts[fact].grade === 'unknown';
    if (unknown === (text[fact] === null)) return [];
    return [
      unknown
        ? `${where} ${fact}: the fact is unknown, so this must be null`
        : `${where} ${fact}: the fact is known, so this may not be null`,
    ];
  });
}
