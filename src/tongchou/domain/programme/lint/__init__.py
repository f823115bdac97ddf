"""The linter: what a notice leaves open, doubtful or contradictory, one file a rule.

A rule takes the finished programme and yields findings. To add one: write its file with the
finding class and `check`, add it to `RULES`, and make it fire once in tests/golden/flawed.txt.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tongchou.domain.programme.lint import (
    absent_jurisdiction,
    annex_missing,
    area_without_task,
    bound_and_hedged,
    change_reversed,
    due_after_period,
    due_before_notice,
    due_beyond,
    effort_without_measure,
    empty_target,
    identical_targets,
    increase_exceeds_total,
    increase_without_base,
    lead_not_distinguished,
    no_deadline,
    no_measure,
    no_organization,
    organization_renamed,
    organization_twice,
    organization_two_ways,
    participant_without_task,
    parties_differ,
    parts_do_not_sum,
    percent_without_weights,
    period_outside,
    place_of_project_open,
    process_only,
    project_figures_differ,
    project_two_ways,
    prose_annex_differ,
    prose_figure_uncarried,
    range_reversed,
    scope_above_target,
    scope_target_differ,
    several_leads,
    several_promises,
    share_over_all,
    shares_over_whole,
    signatory_not_addressed,
    soft_deadline,
    target_repeats_name,
    target_repeats_scope,
    task_count_differs,
    total_below_year,
    uncarried_promise,
    unit_mismatch,
    unknown_organization,
    unnamed_collective,
    unread_period,
    vague_count,
    years_disagree,
)
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding

Rule = Callable[[Programme], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    no_measure.check,
    soft_deadline.check,
    unread_period.check,
    lead_not_distinguished.check,
    absent_jurisdiction.check,
    unknown_organization.check,
    unnamed_collective.check,
    no_organization.check,
    empty_target.check,
    uncarried_promise.check,
    place_of_project_open.check,
    no_deadline.check,
    period_outside.check,
    due_beyond.check,
    due_before_notice.check,
    prose_annex_differ.check,
    scope_target_differ.check,
    increase_exceeds_total.check,
    increase_without_base.check,
    shares_over_whole.check,
    parts_do_not_sum.check,
    percent_without_weights.check,
    several_promises.check,
    unit_mismatch.check,
    organization_two_ways.check,
    project_two_ways.check,
    target_repeats_name.check,
    target_repeats_scope.check,
    identical_targets.check,
    participant_without_task.check,
    organization_twice.check,
    several_leads.check,
    total_below_year.check,
    range_reversed.check,
    share_over_all.check,
    effort_without_measure.check,
    process_only.check,
    vague_count.check,
    organization_renamed.check,
    signatory_not_addressed.check,
    years_disagree.check,
    annex_missing.check,
    task_count_differs.check,
    area_without_task.check,
    due_after_period.check,
    bound_and_hedged.check,
    prose_figure_uncarried.check,
    project_figures_differ.check,
    change_reversed.check,
    parties_differ.check,
    scope_above_target.check,
)


def lint(programme: Programme) -> tuple[Finding, ...]:
    """What every rule says, in the order of the notice; what concerns all of it comes first."""
    found = [finding for rule in RULES for finding in rule(programme)]
    return tuple(sorted(found, key=_place))


def codes() -> frozenset[str]:
    """The codes the rules give."""
    mine = f"{__name__}."
    return frozenset(c for c, kind in Finding.registry.items() if kind.__module__.startswith(mine))


def linted(programme: Programme) -> Programme:
    """With the doubts looked for anew; what its reading met stays."""
    mine = codes()
    met = [finding for finding in programme.findings if finding.code not in mine]
    return replace(programme, findings=(*met, *lint(programme)))


def _place(finding: Finding) -> tuple[int, int, str]:
    position = finding.position
    block = -1 if position.block is None else position.block
    return block, position.start or 0, finding.code
