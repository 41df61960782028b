/** A form that does nothing, and tells in `#said` what happened to it. */
const form = (body: string, script = '') =>
  `<output id="said"></output><form id="form" action="/irisbox/tricks/page">${body}<button id="go">envoyer</button></form><p id="aside">à côté</p>
<script>const say=x=>{document.getElementById('said').textContent+=x+' '};const $=id=>document.getElementById(id);
for(const n of ['submit','keydown','beforeinput','click'])document.addEventListener(n,e=>{if(!e.isTrusted||n==='submit')say(n)},true);${script}</script>`;
const NAMES =
  '<label>Prénom <input id="given" name="given" autocomplete="given-name"></label><label>Nom <input id="name" name="name" autocomplete="family-name"></label>';
/** What a page does when a field was touched, a moment later; `data-done` tells the test. */
const afterTouch = (what: string) =>
  form(
    NAMES,
    `$('given').addEventListener('focus',()=>setTimeout(()=>{${what};document.body.dataset.done='1'},150),{once:true})`,
  );

/** Pages with fields that citizens touch, and pages that would like to have more of it than that. */
export const FIELD_TRICKS: Readonly<Record<string, string>> = {
  fields: form(
    `${NAMES}<label>Rue et numéro <input id="street" name="street" autocomplete="address-line1"></label><label>Code postal <input id="code" name="code" autocomplete="postal-code" maxlength="4" inputmode="numeric"></label>
<label>Rue (courte) <input id="short" name="short" autocomplete="address-line1" maxlength="6"></label><label>Date de naissance <input id="date" type="date" name="date" autocomplete="bday"></label>
<label>Date de naissance <input id="birth" name="birth" autocomplete="bday" placeholder="jj-mm-aaaa"></label><label>Adresse complète <textarea id="address" name="address" autocomplete="street-address"></textarea></label>
<label>Code postal <input id="number" type="number" name="number" autocomplete="postal-code"></label><label>Champ 7 <input id="mapped" name="f7"></label>
<label>Commune <select id="select" name="select" autocomplete="address-level2"><option>Namur</option></select></label><label>Nom <input id="readonly" name="ro" autocomplete="family-name" readonly></label>
<label>Numéro de registre national <input id="niss" name="niss" autocomplete="name"></label><label>Rijksregisternummer <input id="insz" name="insz" autocomplete="name"></label><label>NISS <input id="niss2" name="x" autocomplete="given-name"></label>
<label>Nom <input id="hiddenwords" name="numero_national" autocomplete="family-name"></label><label>Nom <input id="secret" type="password" name="pw" autocomplete="name"></label><label>Nom <input id="once" autocomplete="one-time-code"></label>
<label>Nom <input id="card" autocomplete="cc-name"></label><label>IBAN <input id="iban"></label><label>Prénom <input id="other" name="other" autocomplete="given-name"></label><label>Prénom <input id="guess" name="firstName"></label>
<iframe id="inner" src="/irisbox/tricks/field-inside" width="300" height="90"></iframe><iframe id="away" src="https://static.irisnet.be/fields" width="300" height="60"></iframe>`,
    "for(const n of ['input','change'])document.addEventListener(n,e=>say(n+':'+e.target.id))",
  ),
  'field-inside': '<label>Nom <input id="inside" autocomplete="family-name"></label>',
  /** As React does: a property of its own in front of the value, and what its state does not hold is put back. */
  controlled: form(
    '<label>Prénom <input id="given" autocomplete="given-name"></label><label>Nom <input id="name" autocomplete="family-name"></label><p id="state"></p>',
    `const own=Object.getOwnPropertyDescriptor(HTMLInputElement.prototype,'value');
const control=(id,change)=>{const e=$(id);let seen='',state='';Object.defineProperty(e,'value',{configurable:true,get(){return own.get.call(e)},set(v){seen=v;own.set.call(e,v)}});
e.addEventListener('input',()=>{const v=own.get.call(e);if(v!==seen){seen=v;state=change(v);$('state').textContent+=id+'='+state+';'}own.set.call(e,state)})};
control('given',v=>v.toUpperCase());control('name',()=>'')`,
  ),
  /** Touches itself, in every way that a script can. */
  'touch-itself': form(
    NAMES,
    `const touch=()=>{const e=$('given');e.focus();for(const n of ['pointerdown','mousedown','pointerup','mouseup','click','focusin','focus'])e.dispatchEvent(new PointerEvent(n,{bubbles:true,composed:true}));
e.click();e.dispatchEvent(new KeyboardEvent('keyup',{key:'Tab',bubbles:true,composed:true}));document.querySelector('label').click();e.select()};touch();setInterval(touch,50);setTimeout(()=>document.body.dataset.done='1',400)`,
  ),
  /** Looks for whatever the guide left in the page, and calls it. */
  'touch-search': form(
    NAMES,
    `$('given').addEventListener('focus',()=>setTimeout(()=>{const found=Object.getOwnPropertyNames(window).filter(n=>/comptoir|touch.*page|once/i.test(n)&&!/^on/.test(n));
say(found.length?'found:'+found:'nothing');say(typeof window.comptoirTouch);document.body.dataset.done='1'},150))`,
  ),
  'touch-moves': afterTouch(`$('name').focus()`),
  'touch-leaves': afterTouch(`document.activeElement.blur()`),
  'touch-swaps': afterTouch(`const e=$('given'),n=e.cloneNode();e.replaceWith(n);n.focus()`),
  'touch-password': afterTouch(`$('given').type='password'`),
  'touch-hides': afterTouch(`$('given').type='hidden'`),
  'touch-invisible': afterTouch(`$('given').style.opacity='0'`),
  'touch-niss': afterTouch(`$('given').name='numero_national'`),
  'touch-readonly': afterTouch(`$('given').readOnly=true`),
  'touch-goes': afterTouch(`location.href='/irisbox/tricks/fields'`),
  /** The value goes wherever the page can make it go: it must be the field that was touched. */
  'touch-setter': form(
    NAMES,
    `for(const k of [HTMLInputElement,HTMLTextAreaElement])Object.defineProperty(k.prototype,'value',{configurable:true,get(){return ''},set(v){say('caught:'+v)}});
Event.prototype.stopPropagation=()=>{};JSON.stringify=()=>'"x"';Element.prototype.closest=()=>null;window.InputEvent=class{constructor(...a){say('event:'+a)}}`,
  ),
};
