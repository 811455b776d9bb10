// Search and choice over the tables of actions. The page holds the controls, in its own
// language, as a template; without this script it shows all actions.
'use strict';

(() => {
	const template = document.getElementById('_filter');
	const actions = [...document.querySelectorAll('.actions > tbody')];

	if (!template || !actions.length)
		return;

	// Small letters without accents: “Llŷn” is found as “llyn”.
	const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const textOf = new Map();

	function hasWords(action, words) {
		if (words.length && !textOf.has(action))
			textOf.set(action, plain(action.textContent));
		return words.every((word) => textOf.get(action).includes(word));
	}

	const valuesOf = (action, by) =>
		by === 'theme' ? [action.parentElement.dataset.theme] : action.dataset[by].split(' ');

	document.querySelector('.actions').closest('main > *').before(template.content.cloneNode(true));
	const controls = document.querySelector('.filter');
	const find = controls.querySelector('input');
	const lists = [...controls.querySelectorAll('select')];
	const count = controls.querySelector('.count');
	let timer;

	// Once nothing more is typed, so that it is not read out at each letter.
	function tell(shown) {
		const words = count.dataset.words.replace('{shown}', shown).replace('{all}', actions.length);

		clearTimeout(timer);
		timer = setTimeout(() => (count.textContent = words), 250);
	}

	function apply() {
		const words = plain(find.value).split(/\s+/).filter(Boolean);
		const chosen = lists.filter(({ value }) => value);
		let shown = 0;

		for (const action of actions) {
			const fits =
				chosen.every(({ dataset, value }) => valuesOf(action, dataset.by).includes(value)) &&
				hasWords(action, words);

			action.hidden = !fits;
			shown += fits;
		}
		// A theme none of whose actions is left is not shown either.
		for (const table of document.querySelectorAll('.actions'))
			(table.closest('main section') ?? table).hidden = !table.querySelector('tbody:not([hidden])');
		tell(shown);
	}

	// What was chosen is there again when somebody comes back to the page.
	function keep() {
		const filter = Object.fromEntries([find, ...lists].map(({ id, value }) => [id, value]));

		history.replaceState({ ...history.state, filter }, '');
	}

	function set(values) {
		for (const control of [find, ...lists])
			control.value = values?.[control.id] ?? '';
		apply();
	}

	// A link may lead to an action that is not shown.
	function reveal() {
		const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));

		if (!target?.closest('[hidden]'))
			return;
		set({});
		keep();
		target.scrollIntoView();
	}

	controls.addEventListener('input', () => {
		apply();
		keep();
	});
	controls.querySelector('button').addEventListener('click', () => {
		set({});
		keep();
		find.focus();
	});
	addEventListener('hashchange', reveal);
	set(history.state?.filter);
	reveal();
})();
