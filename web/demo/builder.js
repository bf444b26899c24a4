const ROOT = '/demo/builder';

/** The steps in their order; the last one has nothing to choose. */
const STEPS = [
  {
    path: ROOT,
    title: 'Build your lamp',
    question: 'Where will it stand?',
    choices: ['Desk', 'Table', 'Front door'],
  },
  {
    path: `${ROOT}/wood`,
    title: 'Choose a wood',
    question: 'Which wood?',
    choices: ['Ash', 'Walnut', 'Cherry'],
  },
  {
    path: `${ROOT}/shade`,
    title: 'Choose a shade',
    question: 'Which shade?',
    choices: ['Paper', 'Linen', 'Brass'],
  },
  { path: `${ROOT}/summary`, title: 'Your lamp', question: 'This is your lamp:', choices: [] },
];

const chosen = [];

function show() {
  const path = location.pathname.replace(/\/$/, '');
  const at = Math.max(
    0,
    STEPS.findIndex((step) => step.path === path),
  );
  const step = STEPS[at];
  document.title = `${step.title} – Wick & Co.`;
  document.getElementById('step-title').textContent = step.title;
  document.getElementById('step').replaceChildren(...(step.choices.length ? ask(step, at) : sumUp(step)));
}

function go(path) {
  history.pushState(null, '', path);
  show();
}

function ask({ question, choices }, at) {
  const buttons = choices.map((choice) =>
    button(choice, chosen[at] === choice, () => {
      chosen[at] = choice;
      go(STEPS[at + 1].path);
    }),
  );
  return [heading(question), row(buttons)];
}

function sumUp({ question }) {
  const words = chosen.filter(Boolean).join(', ') || 'still a secret. Nothing was chosen';
  const text = document.createElement('p');
  text.textContent = `${words}.`;
  return [heading(question), text, row([button('Start again', false, startAgain)])];
}

function startAgain() {
  chosen.length = 0;
  go(ROOT);
}

function heading(text) {
  const element = document.createElement('h2');
  element.textContent = text;
  return element;
}

function row(buttons) {
  const element = document.createElement('div');
  element.className = 'choices';
  element.append(...buttons);
  return element;
}

function button(text, isPressed, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button quiet';
  element.textContent = text;
  element.setAttribute('aria-pressed', String(isPressed));
  element.addEventListener('click', press);
  return element;
}

window.addEventListener('popstate', show);
show();
