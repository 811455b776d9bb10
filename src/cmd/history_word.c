#include "cmd/history_word.h"

struct str history_word_split(const char *word, struct str *action)
{
	struct str text = str_from(word);
	size_t mark = str_find_byte(text, '#', 0);

	*action = mark < text.len ? str_slice(text, mark + 1, text.len) : (struct str){ 0 };
	return str_slice(text, 0, mark);
}

static bool is_below(struct str path, struct str folder)
{
	return !folder.len || str_equal(path, folder) ||
	       (str_starts(path, folder) && path.at[folder.len] == '/');
}

static struct str folder_of(const struct ledger_thing *plan)
{
	size_t slash = str_find_byte(plan->address, '/', 0);

	return slash < plan->address.len ? str_slice(plan->address, slash + 1, plan->address.len)
					 : plan->address;
}

/* ---------------------------------------------------------------- plans */

/* Whether a path in the folder of the plans holds a plan, or is a part of it. */
static bool has_path(const struct ledger_thing *plan, struct str path)
{
	return !plan->is_gone && (is_below(plan->path, path) || is_below(path, plan->path));
}

/* The same of a path from the top of the repository, as people write it where there is no work tree. */
static bool has_place(const struct ledger_thing *plan, struct str folder, struct str place)
{
	while (place.len && place.at[place.len - 1] == '/')
		place.len--;
	if (!place.len || !is_below(place, folder))
		return false;
	if (folder.len)
		place = str_slice(place, folder.len + (place.len > folder.len), place.len);
	return has_path(plan, place);
}

/* How a word may name a plan; the surest way first. */
enum way { WAY_ADDRESS, WAY_COUNCIL, WAY_FOLDER, WAY_PLACE, WAYS };

static bool is_asked(const struct history_words *words, const struct ledger_thing *plan,
		     struct str word, enum way way)
{
	switch (way) {
	case WAY_ADDRESS: return !word.len || str_equal(plan->address, word);
	case WAY_COUNCIL: return str_equal(plan->council, word);
	case WAY_FOLDER: return str_equal(folder_of(plan), word);
	case WAY_PLACE: return has_place(plan, words->folder, word);
	case WAYS: break;
	}
	return false;
}

static void find_plans(const struct history_words *words, struct str word, const struct str *path,
		       struct chosen *plans)
{
	const struct ledger *ledger = words->ledger;
	const struct ledger_thing *former = ledger_find(ledger, word);

	for (int way = 0; way < WAYS && !plans->list.len; way++) {
		for (size_t i = 0; i < ledger->things.len; i++) {
			const struct ledger_thing *thing = ledger->things.at[i];

			if (thing->level == LEDGER_PLAN &&
			    (path ? has_path(thing, *path)
				  : is_asked(words, thing, word, (enum way)way)))
				vec_add(words->arena, &plans->list, thing);
		}
	}
	/* It may have been called so once. */
	if (!plans->list.len && former && former->level == LEDGER_PLAN)
		vec_add(words->arena, &plans->list, former);
}

/* ---------------------------------------------------------------- the nearest */

struct nearest {
	struct str word;
	struct str found;
	unsigned distance;
};

static void hold(struct nearest *nearest, struct str name)
{
	unsigned distance = str_distance(nearest->word, name, nearest->distance - 1);

	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->found = name;
	}
}

static bool fail(const struct history_words *words, const char *what, const char *word,
		 const struct nearest *nearest, struct str *why)
{
	*why = arena_printf(words->arena, "there is no %s “%s” in this history%s%.*s", what, word,
			    nearest->found.len ? "; did you mean " : "", STR_ARG(nearest->found));
	return false;
}

static bool fail_plan(const struct history_words *words, const char *word, struct str plan,
		      struct str *why)
{
	const struct ledger *ledger = words->ledger;
	struct nearest nearest = { .word = plan, .distance = 4 };

	for (size_t i = 0; i < ledger->things.len; i++) {
		const struct ledger_thing *thing = ledger->things.at[i];

		if (thing->level != LEDGER_PLAN)
			continue;
		hold(&nearest, thing->address);
		hold(&nearest, folder_of(thing));
		hold(&nearest, thing->council);
	}
	return fail(words, "plan", word, &nearest, why);
}

static struct str id_of(const struct ledger_thing *thing)
{
	size_t mark = str_find_byte(thing->address, '#', 0);

	return str_slice(thing->address, mark + (mark < thing->address.len), thing->address.len);
}

static bool fail_action(const struct history_words *words, const char *word, struct str action,
			const struct chosen *plans, struct str *why)
{
	const struct ledger *ledger = words->ledger;
	struct nearest nearest = { .word = action, .distance = 4 };

	for (size_t i = 0; i < ledger->things.len; i++) {
		const struct ledger_thing *thing = ledger->things.at[i];

		for (size_t j = 0; j < plans->list.len && thing->level != LEDGER_PLAN; j++) {
			if (thing->plan == plans->list.at[j])
				hold(&nearest, id_of(thing));
		}
	}
	return fail(words, "action", word, &nearest, why);
}

/* ---------------------------------------------------------------- a word */

static bool find_action(const struct history_words *words, struct str id,
			const struct chosen *plans, struct chosen *chosen)
{
	size_t before = chosen->list.len;

	for (size_t i = 0; i < plans->list.len; i++) {
		struct str address = plans->list.at[i]->address;
		const struct ledger_thing *thing = ledger_find(
			words->ledger,
			arena_printf(words->arena, "%.*s#%.*s", STR_ARG(address), STR_ARG(id)));

		if (thing)
			vec_add(words->arena, &chosen->list, ledger_heir(thing));
	}
	return chosen->list.len > before;
}

bool history_word_find(const struct history_words *words, const char *word, const struct str *path,
		       struct chosen *chosen, struct str *why)
{
	const struct ledger_thing *exact = ledger_find(words->ledger, str_from(word));
	struct chosen plans = { 0 };
	struct str action;
	struct str plan = history_word_split(word, &action);
	bool has_action = plan.len < str_from(word).len;

	if (has_action && exact) {
		vec_add(words->arena, &chosen->list, ledger_heir(exact));
		return true;
	}
	/* The folder of all plans, and of those that are gone. */
	if (path && !path->len && !has_action)
		return true;
	find_plans(words, plan, path, &plans);
	if (!plans.list.len)
		return fail_plan(words, word, plan, why);
	if (has_action && !find_action(words, action, &plans, chosen))
		return fail_action(words, word, action, &plans, why);
	for (size_t i = 0; i < plans.list.len && !has_action; i++)
		vec_add(words->arena, &chosen->list, plans.list.at[i]);
	return true;
}
