"""A notebook with the widgets runs from top to bottom without a screen."""

import nbclient
import nbformat
import pytest

SOURCES = (
    "from nnlib.widgets import *",
    "activation_widget()",
    "neuron = neuron_widget(); neuron",
    "display(perceptron_widget(step=6))",
    "xor_line_widget()",
    "xor_hidden_widget()",
    "backprop_widget()",
    "optimizer_race_widget()",
    "early_stopping_widget()",
    "digit_widget()",
    "neuron.controls['w1'].value = -2.0",
)


@pytest.mark.slow
def test_a_notebook_keeps_one_still_picture_for_each_widget():
    cells = [nbformat.v4.new_code_cell(source) for source in SOURCES]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, timeout=120).execute()
    outputs = [[out.output_type for out in cell.outputs] for cell in notebook.cells]
    assert [len(kinds) for kinds in outputs] == [0] + [1] * 9 + [0]
    pictures = [out.data["image/png"] for cell in notebook.cells for out in cell.outputs]
    assert all(picture.startswith("iVBORw0KGgo") for picture in pictures)  # PNG in base64
