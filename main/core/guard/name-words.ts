import { phrases } from './phrases.ts';

// Words before and after names, and words that follow a title without being one. For finding, never shown to anybody.

/** As people write them before a name; a letter may be large or small, a full stop may follow. */
export const TITLES = phrases(`
  madame, mesdames, monsieur, messieurs, mme, mmes, mlle, mademoiselle, m, mm, mr, docteur, dr, maitre, veuve,
  mevrouw, mevr, mvr, mw, meneer, mijnheer, dhr, de heer, heer, juffrouw, dokter,
  herr, herrn, frau, fr, hr, fraulein, doktor, mrs, ms, miss, mister, doctor,
  bay, bayan, sayin, пан, пані, пана, панна, господин, госпожа, г-н, г-жа
`);
export const ARABIC_TITLES = phrases(
  `السيد, السيدة, سيد, سيدة, الانسة, انسة, الحاج, الحاجة, الدكتور, الدكتورة, الاستاذ, الاستاذة`,
);

/** Small words within a name. An article right behind the title says an office instead: "Madame la directrice". */
export const PARTICLES = phrases(`
  van, de, der, den, het, 't, ter, ten, te, du, des, del, della, di, da, dos, das, von, vom, zu, zum, el, al, ben, bin, ibn, bint, abu, abou, ould, ait, la, le, les, ou, y, san, santa
`);

/** Capitals that follow a title and are nobody: offices, institutions, portals, places, and German words for what people are. */
export const NOBODY = phrases(`
  directrice, directeur, bourgmestre, echevin, echevine, ministre, president, presidente, secretaire, juge, maire, gouverneur, commissaire, professeur, docteur, maitre, prefet, conseiller, conseillere, notaire, avocat, avocate, assistante, assistant, concierge, voisin, voisine, general,
  directeurs, burgemeester, schepen, minister, voorzitter, voorzitster, secretaris, rechter, gouverneur, notaris, advocaat, dokter, professor, buurvrouw, buurman,
  direktorin, direktor, burgermeister, burgermeisterin, schoffe, schoffin, ministerin, prasident, prasidentin, vorsitzende, vorsitzender, richter, richterin, notar, kollegin, kollege, nachbar, nachbarin, rentner, rentnerin, mutter, vater, mitte, anfang, ende, mit, ohne, aus, und, doktor, kundin, kunde,
  mayor, president, secretary, judge, director, chairman, chairwoman, speaker, word, excel, office, teams, outlook, windows, edge, access, powerpoint, paint,
  cpas, ocmw, oshz, forem, actiris, vdab, adg, spf, fod, fod, fps, onem, rva, lfa, sfp, fpd, onss, rsz, stib, mivb, sncb, nmbs, epn, ale, csc, fgtb, abvv, acv, mutuelle, mutualite, iriscare, famiris, aviq, awiph, phare, vaph, csam, itsme, eid, kids, mypension, myminfin, irisbox, tax,
  prenom, prenoms, nom, naam, voornaam, name, vorname, tout, tout-le-monde,
  elle, il, ils, je, on, et, ne, pas, a, est, merci, bonjour, ukrainienne, francais, neerlandais, arabe, oui, non, ok, rdv, gsm, pc, tv, usb, pdf, pin, puk, sms, i, she, he, they, zij, hij, ze, sie, er, wir, ich
`);

/** Behind a small word they are where somebody comes from, "mevrouw van Molenbeek"; behind a title alone they are names. */
export const PLACES = phrases(`
  bruxelles, brussel, molenbeek, schaerbeek, schaarbeek, anderlecht, ixelles, elsene, etterbeek, uccle, ukkel, forest, vorst, laeken, laken, jette, evere, liege, luik, namur, namen, mons, bergen, charleroi, tournai, verviers, eupen, gand, gent, anvers, antwerpen, bruges, brugge, leuven, louvain, hasselt, belgique, belgie, belgien
`);

/** Frequent names of families in the country, for those who write everything small: `mme dupont`. Only behind a title cut short. */
export const FAMILIES = phrases(`
  peeters, janssens, maes, jacobs, mertens, willems, claes, goossens, wouters, de smet, desmet, dubois, lambert, dupont, martin, simon, laurent, leroy, leclercq, leclerc, renard, hermans, aerts,
  michiels, pauwels, vermeulen, van damme, vandamme, van den berghe, vandenberghe, de clercq, declercq, de backer, de meyer, de vos, devos, smets, hendrickx, segers, martens, lemmens, stevens, claeys, cools, lenaerts,
  wauters, bogaert, bogaerts, verhoeven, verlinden, baert, coppens, carlier, gerard, petit, francois, mathieu, lejeune, dumont, lefevre, lefebvre, fontaine, charlier, thomas, collard, denis, henry, lacroix, gilles, marchal, collin, bertrand, durand, legrand, moreau, noel, evrard, poncelet, bernard, leonard, dupuis, rousseau,
  nguyen, diallo, bah, barry, sow, mohamed, ali, hassan, ahmed, el amrani, benali, ben ali, bouzid, yilmaz, kaya, demir, ozturk, aydin, celik, sahin, yildiz, singh, kumar, khan, da silva, silva, santos, ferreira, garcia, popescu, ivanov, kowalski, muller, schmitz, schmidt, meyer, fischer, schneider, kovalenko, shevchenko, bondarenko
`);

/** Arabic words that follow a title without being a name: they speak of the person. */
export const ARABIC_NOBODY = phrases(`
  لا, لم, لن, ما, ليس, ليست, التي, الذي, قد, هي, هو, في, من, على, مع, عن, الى, كان, كانت, تتكلم, يتكلم, تتحدث, يتحدث, تريد, يريد, تحتاج, يحتاج, جاء, جاءت, طلب, طلبت, تطلب, يطلب, نسي, نسيت, اتت, اتى, حضر, حضرت, سال, سالت, عندها, عنده, لديها, لديه, و, ثم, تعرف, يعرف, تستطيع, يستطيع, فهمت, فهم
`);
