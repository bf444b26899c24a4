/** The "Introduce yourself" form: tells the widget who the visitor is, and later to forget it. */
function listenToIntroductions(form) {
  const introduced = document.getElementById('introduced');
  // An array until the widget is here, and then the widget: both take a call as a tuple.
  const tell = (...call) => (window.porchlight = window.porchlight || []).push(call);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { name, email } = Object.fromEntries(new window.FormData(form));
    tell('identify', { id: email.toLowerCase(), name, email, traits: { met: 'demo shop' } });
    introduced.textContent = `Nice to meet you, ${name}.`;
  });

  document.getElementById('forget').addEventListener('click', () => {
    tell('reset');
    form.reset();
    introduced.textContent = 'You are a stranger again.';
  });
}

const introduction = document.getElementById('introduce');
if (introduction) listenToIntroductions(introduction);
