from autograder.submissions import template as kinds


def test_each_cell_of_the_release_is_known_for_what_it_is(assignment):
    assert [(cell.kind, cell.item, cell.name) for cell in assignment.template.cells] == [
        (kinds.PROSE, "", ""),
        (kinds.DEMO, "", ""),
        (kinds.PROVIDED, "", ""),
        (kinds.PROSE, "", ""),
        (kinds.EXERCISE, "neuron.net_input", "net_input"),
        (kinds.CHECK, "neuron.net_input", "net_input"),
        (kinds.DEMO, "", ""),
        (kinds.EXERCISE, "neuron.relu", "relu"),
        (kinds.CHECK, "neuron.relu", "relu"),
        (kinds.EXERCISE, "neuron.leaky_relu", "leaky_relu"),
        (kinds.CHECK, "neuron.leaky_relu", "leaky_relu"),
        (kinds.PROSE, "", ""),
        (kinds.QUESTION, "neuron.output_activation", "output_activation"),
        (kinds.CHECK, "neuron.output_activation", "output_activation"),
        (kinds.WRITTEN, "neuron.compare", "compare"),
    ]


def test_points_are_those_of_the_cells_that_earn_them(assignment):
    assert {cell.id: cell.points for cell in assignment.template.cells if cell.points} == {
        "neuron-net_input-check": 2,
        "neuron-relu-check": 1,
        "neuron-leaky_relu-check": 1,
        "neuron-output_activation-check": 1,
        "neuron-compare": 2,
    }
