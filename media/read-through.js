// Draws the question of a read-through, and tells which button or key was pressed. Whatever comes from a draft is text, never markup.
(() => {
  const host = acquireVsCodeApi();
  const main = document.getElementById('question');
  const words = JSON.parse(document.body.dataset.words);
  /** Which question stands here: a key that is pressed while its answer is on the way is told with this, and counts for no other. */
  let question = 0;
  /** The focus is on its way into the text: what is typed meanwhile is meant for that. */
  let leaving = false;
  const tell = (what, more) => host.postMessage({ do: what, question, ...more });

  function edit() {
    leaving = true;
    tell('edit');
  }

  const element = (name, { text = '', ...more } = {}, ...children) => {
    const made = Object.assign(document.createElement(name), more);
    if (text) made.textContent = text;
    made.append(...children);
    return made;
  };

  const button = (label, key, press) =>
    element('button', { type: 'button', onclick: press }, label, ...(key ? [' ', element('kbd', { text: key })] : []));

  /** What goes on asking opens below itself. */
  function entry({ label, choices }, path, number) {
    const key = path.length === 1 && number < 10 ? String(number) : '';
    if (!choices.length)
      return element(
        'li',
        {},
        button(label, key, () => tell('take', { path })),
      );
    const list = element('ul', { hidden: true });
    let group;
    for (const [i, choice] of choices.entries()) {
      if (choice.group && choice.group !== group)
        list.append(element('li', { className: 'group', text: choice.group }));
      group = choice.group;
      list.append(entry(choice, [...path, i], 0));
    }
    const opener = button(label, key, () => {
      list.hidden = !list.hidden;
      opener.setAttribute('aria-expanded', String(!list.hidden));
      if (!list.hidden) list.querySelector('button')?.focus();
    });
    opener.setAttribute('aria-expanded', 'false');
    return element('li', {}, opener, list);
  }

  function show(shown) {
    question = shown.question;
    const leave = button(words.leave, 'Enter', () => tell('leave'));
    leave.id = 'leave';
    const back = button(words.back, 'B', () => tell('back'));
    back.disabled = shown.first;
    const undo = button(words.undo, 'U', () => tell('undo'));
    undo.disabled = !shown.undo;
    main.replaceChildren(
      element('h1', { text: `${shown.progress} · ${shown.rule} · ${shown.weight}` }),
      element('blockquote', {}, shown.before, element('mark', { text: shown.words }), shown.after),
      element('p', { id: 'asks', text: shown.asks }),
      ...(shown.notice ? [element('p', { className: 'notice', text: shown.notice })] : []),
      element('ol', {}, element('li', {}, leave), ...shown.actions.map((one, i) => entry(one, [i], i + 1))),
      element(
        'p',
        { className: 'steps' },
        back,
        button(words.edit, 'E', edit),
        undo,
        button(words.stop, 'Esc', () => tell('stop')),
      ),
    );
    leave.setAttribute('aria-describedby', 'asks');
    focusOn(leave);
  }

  /** Never takes the focus from the text, or from wherever else the person is. */
  const focusOn = (element) => {
    if (document.hasFocus() && !leaving) element?.focus();
  };

  function say(text, label, what, ...more) {
    const only = button(label, '', () => tell(what));
    only.id = 'only';
    main.replaceChildren(element('p', { id: 'said', text }), element('p', { className: 'steps' }, only, ...more));
    return only;
  }

  /** How long the editor may take to give the focus to the text, in ms, and how often it is asked. */
  const patience = { rest: 300, times: 5 };

  /** The writer is in the text: the page looks whether that is so, since nobody else can. */
  function editing(tries = 1) {
    say(words.editing, words.goOn, 'goOn');
    setTimeout(() => {
      if (!leaving || !document.hasFocus()) leaving = false;
      else if (tries < patience.times) {
        tell('stayed');
        editing(tries + 1);
      } else {
        leaving = false;
        focusOn(say(words.stayed, words.goOn, 'goOn', ' ', button(words.edit, 'E', edit)));
      }
    }, patience.rest);
  }

  window.addEventListener('message', ({ data }) => {
    if (data.kind === 'show') show(data);
    else if (data.kind === 'editing') editing();
    else if (data.kind === 'over') {
      leaving = false;
      focusOn(say(data.said, words.close, 'close'));
    }
  });
  // the page gets the focus as a whole; a person means the question
  window.addEventListener('focus', () => {
    if (document.activeElement === document.body) focusOn(document.querySelector('#leave, #only'));
  });
  window.addEventListener('blur', () => {
    leaving = false;
  });

  const visible = () => [...main.querySelectorAll('button')].filter((one) => one.offsetParent && !one.disabled);

  function press(index) {
    main.querySelectorAll('ol > li > button')[index]?.click();
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const step = { b: 'back', u: 'undo' }[key];
    if (leaving && event.key.length === 1) tell('typed', { text: event.key });
    else if (key === 'e') edit();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const buttons = visible();
      const now = buttons.indexOf(document.activeElement);
      buttons.at((now + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
    } else if (event.key === 'Escape') tell(document.getElementById('said') ? 'close' : 'stop');
    else if (step && document.getElementById('leave')) tell(step);
    else if (/^[1-9]$/.test(event.key)) press(Number(event.key));
    else return;
    event.preventDefault();
  });
  tell('ready');
})();
