BEGIN TRANSACTION;
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);
INSERT INTO "alembic_version" VALUES('e43177bfe90b');
CREATE TABLE assignment (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	duedate DATETIME, 
	course_id VARCHAR(128) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	FOREIGN KEY(course_id) REFERENCES course (id)
);
INSERT INTO "assignment" VALUES('b541aad7a8084594bec6756bc78ffc42','01_neuron','2026-10-01 21:59:00.000000','course');
CREATE TABLE autograder_recorded (
	submission_id VARCHAR(32) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	answers TEXT NOT NULL, 
	unreadable BOOLEAN NOT NULL, 
	PRIMARY KEY (submission_id)
);
INSERT INTO "autograder_recorded" VALUES('ce7aadb3aadb457d863a4b6e6d6f9706','bfc2b9fffa9e440bca3258a9004a58aae01941442b610d6cea1b7a973a04bb44','{"neuron-net_input-check": "8f1f2f404301967ad31d15bb4b54c8c881a73120bf8d6033aebcaea3a3783752", "neuron-relu-check": "be4299ddf7e394c5c608c93ae50e99fc911abc911288db1b40fa367a0e0505dd", "neuron-leaky_relu-check": "bea15bc5d154b7bbd60938e8ed8923ec09713642c60ef88c244d3077353a1660", "neuron-synapse_role-check": "421c18a5956679d3805de1c3e1b417c49d8635d133b7e1920ba62e75a40fefec", "neuron-compare": "ba6759feee1abf74aca53b3b787830ea79f58456792c3372427017908e1d42b4", "": "e5e3ae3624e0be5d3067c3607af9acd98967f65d94d7eb63caf2e79139ea53e5"}',0);
INSERT INTO "autograder_recorded" VALUES('e98502a81be74c73a61981c6fadd2ca1','74abf54664d59028045aa532cc60eb8283c0db850564f6bb32df67c2f04d3caa','{"": "d4696dbaae204db274c28f52d9b3d49987adc6fb02b0231339dc2dd32938be8e"}',1);
INSERT INTO "autograder_recorded" VALUES('2f3f8a936d7d40ea98b21331fdd29358','43fef48c272856b47e47fb273bcb9ab4533acb41e046e42489d4b39cf1008e26','{"neuron-net_input-check": "55f13d5aa160acc35bc5ccdcec1e7b1edfaa29aed84f90b8e4b6a7e3f3446268", "neuron-relu-check": "267c4445aedd8c1a9519260dc46b39445433647ee5b0c2f075246b4ca2d58f94", "neuron-leaky_relu-check": "b49f287b4a1268e607c7bae4961cf61dea9595365dab632327e5477df9b7d622", "neuron-synapse_role-check": "c72b5cbda7b2b10af7bafe335183798d18855a3d8c277156d8fb1d69e5bbe709", "neuron-compare": "5c68827585aad5ada356588bc31c836f4378c48142600b8752051af9db494652", "": "061116e130e22f98d48f77ee1c62bb02d9da8df364cc7c5c7afddced9b2c73be"}',0);
INSERT INTO "autograder_recorded" VALUES('c9297092d6d54664a6f4bcbf163ebda2','e9665655eb21f5f8fcf18400d4d01cfc2fa52c76d7ec2f9507276b3845c62d66','{"neuron-net_input-check": "55f13d5aa160acc35bc5ccdcec1e7b1edfaa29aed84f90b8e4b6a7e3f3446268", "neuron-relu-check": "be4299ddf7e394c5c608c93ae50e99fc911abc911288db1b40fa367a0e0505dd", "neuron-leaky_relu-check": "b49f287b4a1268e607c7bae4961cf61dea9595365dab632327e5477df9b7d622", "neuron-synapse_role-check": "c72b5cbda7b2b10af7bafe335183798d18855a3d8c277156d8fb1d69e5bbe709", "neuron-compare": "5c68827585aad5ada356588bc31c836f4378c48142600b8752051af9db494652", "": "775331641eb598bdee5a32e1c50b683f6ece05753f36065ba0fa5d5600159a4e"}',0);
CREATE TABLE base_cell (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	notebook_id VARCHAR(32) NOT NULL, 
	type VARCHAR(50), 
	PRIMARY KEY (id), 
	UNIQUE (name, notebook_id, type), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "base_cell" VALUES('9c81a49237374678a0d2d8fda3ba22c6','neuron-net_input-check','29ecfedf761049cbaf02e16f01d1cfe2','GradeCell');
INSERT INTO "base_cell" VALUES('fc78990cf09644eeba7da38ae2c25c31','neuron-relu-check','29ecfedf761049cbaf02e16f01d1cfe2','GradeCell');
INSERT INTO "base_cell" VALUES('c6ff110e26aa4697908061e735a11837','neuron-leaky_relu-check','29ecfedf761049cbaf02e16f01d1cfe2','GradeCell');
INSERT INTO "base_cell" VALUES('336b4f80a2b2411fbe2e0e488a9b9500','neuron-synapse_role-check','29ecfedf761049cbaf02e16f01d1cfe2','GradeCell');
INSERT INTO "base_cell" VALUES('ca12ba8c58944b108c3eb668ceeb8d37','neuron-compare','29ecfedf761049cbaf02e16f01d1cfe2','GradeCell');
INSERT INTO "base_cell" VALUES('ecf209989cd2495787b890549e7b7748','neuron-net_input','29ecfedf761049cbaf02e16f01d1cfe2','SolutionCell');
INSERT INTO "base_cell" VALUES('ea04e9519ed94833a1467216a7676bfe','neuron-relu','29ecfedf761049cbaf02e16f01d1cfe2','SolutionCell');
INSERT INTO "base_cell" VALUES('712f13ed87dd4f0ba76370eff96f65b4','neuron-leaky_relu','29ecfedf761049cbaf02e16f01d1cfe2','SolutionCell');
INSERT INTO "base_cell" VALUES('1a0f29bfdcc442cf8ddad59a68c56315','neuron-compare','29ecfedf761049cbaf02e16f01d1cfe2','SolutionCell');
CREATE TABLE comment (
	id VARCHAR(32) NOT NULL, 
	notebook_id VARCHAR(32), 
	cell_id VARCHAR(32), 
	auto_comment TEXT, 
	manual_comment TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (cell_id, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES submitted_notebook (id), 
	FOREIGN KEY(cell_id) REFERENCES base_cell (id)
);
INSERT INTO "comment" VALUES('5e77daa34e814bd093ef2a17ea611dd5','8bf71081fa984435a81cc7143d7fbe47','ecf209989cd2495787b890549e7b7748',NULL,'You had it right in class: b is missing.');
INSERT INTO "comment" VALUES('004eb1ef93d348beb4ce46824d710d9e','8bf71081fa984435a81cc7143d7fbe47','ea04e9519ed94833a1467216a7676bfe',NULL,NULL);
INSERT INTO "comment" VALUES('7742714fc75946a5b34cb0ea8240a398','8bf71081fa984435a81cc7143d7fbe47','712f13ed87dd4f0ba76370eff96f65b4',NULL,NULL);
INSERT INTO "comment" VALUES('c9db6854cf41406f996a80288cbfaf52','8bf71081fa984435a81cc7143d7fbe47','1a0f29bfdcc442cf8ddad59a68c56315',NULL,'True, and the other one?');
INSERT INTO "comment" VALUES('0b2e62324376466bbc08357f9490b976','fd829acc6dee4dfb880a2d4ebe64c3c4','ecf209989cd2495787b890549e7b7748',NULL,NULL);
INSERT INTO "comment" VALUES('10d5b0eb3d7f49e8b46c512741344e6c','fd829acc6dee4dfb880a2d4ebe64c3c4','ea04e9519ed94833a1467216a7676bfe',NULL,NULL);
INSERT INTO "comment" VALUES('03518f4240834cac8336f3d1dea44c38','fd829acc6dee4dfb880a2d4ebe64c3c4','712f13ed87dd4f0ba76370eff96f65b4',NULL,NULL);
INSERT INTO "comment" VALUES('526e0656c1fd43f0bf5ffe42907fbab7','fd829acc6dee4dfb880a2d4ebe64c3c4','1a0f29bfdcc442cf8ddad59a68c56315',NULL,'Shown to me on paper.');
INSERT INTO "comment" VALUES('0d90a4a87b7f49ad988f010b69a542ed','cb0cafbb5da94533a217bd34b640cfc7','ecf209989cd2495787b890549e7b7748',NULL,NULL);
INSERT INTO "comment" VALUES('b800f499f2c64f9dbedd0ae10874fbfb','cb0cafbb5da94533a217bd34b640cfc7','ea04e9519ed94833a1467216a7676bfe',NULL,NULL);
INSERT INTO "comment" VALUES('32a01b15fd1c4527a90969544afdd62a','cb0cafbb5da94533a217bd34b640cfc7','712f13ed87dd4f0ba76370eff96f65b4',NULL,NULL);
INSERT INTO "comment" VALUES('d9b06a6745474b83a7058c5c9d469130','cb0cafbb5da94533a217bd34b640cfc7','1a0f29bfdcc442cf8ddad59a68c56315',NULL,NULL);
INSERT INTO "comment" VALUES('8c9fdac984144766b004a98c1b53b199','82dd7524aaa74cf2aab4551dcb7bc16c','ecf209989cd2495787b890549e7b7748',NULL,NULL);
INSERT INTO "comment" VALUES('b83f5546b57b44b5ada582114603b59d','82dd7524aaa74cf2aab4551dcb7bc16c','ea04e9519ed94833a1467216a7676bfe',NULL,NULL);
INSERT INTO "comment" VALUES('f5fcfb3ec0cc44709e1d088e096002a7','82dd7524aaa74cf2aab4551dcb7bc16c','712f13ed87dd4f0ba76370eff96f65b4',NULL,NULL);
INSERT INTO "comment" VALUES('8f1a8449cb824b999af65e946b76933a','82dd7524aaa74cf2aab4551dcb7bc16c','1a0f29bfdcc442cf8ddad59a68c56315',NULL,'Well compared; which of them learns *faster*?');
CREATE TABLE course (
	id VARCHAR(128) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (id)
);
INSERT INTO "course" VALUES('course');
INSERT INTO "course" VALUES('default_course');
CREATE TABLE grade (
	id VARCHAR(32) NOT NULL, 
	notebook_id VARCHAR(32), 
	cell_id VARCHAR(32), 
	auto_score FLOAT, 
	manual_score FLOAT, 
	extra_credit FLOAT, 
	needs_manual_grade BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (cell_id, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES submitted_notebook (id), 
	FOREIGN KEY(cell_id) REFERENCES base_cell (id)
);
INSERT INTO "grade" VALUES('e5aef4e34ef64f1fb9e08c9dbcc71427','8bf71081fa984435a81cc7143d7fbe47','9c81a49237374678a0d2d8fda3ba22c6',0.0,1.0,NULL,0);
INSERT INTO "grade" VALUES('4e9d8ef8dd844140acf52225ec01d2bd','8bf71081fa984435a81cc7143d7fbe47','fc78990cf09644eeba7da38ae2c25c31',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('6a956ed599e24e9a9266527f17eab5a4','8bf71081fa984435a81cc7143d7fbe47','c6ff110e26aa4697908061e735a11837',0.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('9a8730b60d92423d823ecb3eef1749f0','8bf71081fa984435a81cc7143d7fbe47','336b4f80a2b2411fbe2e0e488a9b9500',0.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('bfc015d75d9842bb8a9bb00d904ce718','8bf71081fa984435a81cc7143d7fbe47','ca12ba8c58944b108c3eb668ceeb8d37',NULL,2.0,NULL,0);
INSERT INTO "grade" VALUES('474145a514da4df9a77ea451c5694ed2','fd829acc6dee4dfb880a2d4ebe64c3c4','9c81a49237374678a0d2d8fda3ba22c6',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('f909d3b2c41749d2be90fc956dbad6fb','fd829acc6dee4dfb880a2d4ebe64c3c4','fc78990cf09644eeba7da38ae2c25c31',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('219877c27e91419e86ad87fc220602ec','fd829acc6dee4dfb880a2d4ebe64c3c4','c6ff110e26aa4697908061e735a11837',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('302465ad9a694521bf7662a2baf3f7ec','fd829acc6dee4dfb880a2d4ebe64c3c4','336b4f80a2b2411fbe2e0e488a9b9500',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('506f7f630ea048c8893b182daa01bd61','fd829acc6dee4dfb880a2d4ebe64c3c4','ca12ba8c58944b108c3eb668ceeb8d37',NULL,1.0,NULL,0);
INSERT INTO "grade" VALUES('af5e1511757b461bb1d947e3aa5ac628','cb0cafbb5da94533a217bd34b640cfc7','9c81a49237374678a0d2d8fda3ba22c6',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('d059569141994a2e81d8ffeb79c998fd','cb0cafbb5da94533a217bd34b640cfc7','fc78990cf09644eeba7da38ae2c25c31',0.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('53eb1e71dd164e38bb154261cfef8428','cb0cafbb5da94533a217bd34b640cfc7','c6ff110e26aa4697908061e735a11837',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('7031d27422df43ada46586daec62214b','cb0cafbb5da94533a217bd34b640cfc7','336b4f80a2b2411fbe2e0e488a9b9500',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('cc53c45f26704aaba6786728906d8009','cb0cafbb5da94533a217bd34b640cfc7','ca12ba8c58944b108c3eb668ceeb8d37',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('bacbab355f0649fbbdac3ef9d06f33c5','82dd7524aaa74cf2aab4551dcb7bc16c','9c81a49237374678a0d2d8fda3ba22c6',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('ec05a7c8b28b4c7998514e4a2303dbd9','82dd7524aaa74cf2aab4551dcb7bc16c','fc78990cf09644eeba7da38ae2c25c31',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('560c84d7097d4ed597582d0b35b293dc','82dd7524aaa74cf2aab4551dcb7bc16c','c6ff110e26aa4697908061e735a11837',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('d900b14e847c47b19def38d1ff26d126','82dd7524aaa74cf2aab4551dcb7bc16c','336b4f80a2b2411fbe2e0e488a9b9500',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('928b0d20095249aeb4d51ffdbf12ce4a','82dd7524aaa74cf2aab4551dcb7bc16c','ca12ba8c58944b108c3eb668ceeb8d37',NULL,1.5,0.5,0);
CREATE TABLE grade_cells (
	id VARCHAR(32) NOT NULL, 
	max_score FLOAT NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
INSERT INTO "grade_cells" VALUES('9c81a49237374678a0d2d8fda3ba22c6',2.0,'code');
INSERT INTO "grade_cells" VALUES('fc78990cf09644eeba7da38ae2c25c31',1.0,'code');
INSERT INTO "grade_cells" VALUES('c6ff110e26aa4697908061e735a11837',1.0,'code');
INSERT INTO "grade_cells" VALUES('336b4f80a2b2411fbe2e0e488a9b9500',1.0,'code');
INSERT INTO "grade_cells" VALUES('ca12ba8c58944b108c3eb668ceeb8d37',2.0,'markdown');
CREATE TABLE notebook (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	assignment_id VARCHAR(32), 
	kernelspec VARCHAR(1024), 
	PRIMARY KEY (id), 
	UNIQUE (name, assignment_id), 
	FOREIGN KEY(assignment_id) REFERENCES assignment (id)
);
INSERT INTO "notebook" VALUES('29ecfedf761049cbaf02e16f01d1cfe2','01_neuron','b541aad7a8084594bec6756bc78ffc42','{"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}');
CREATE TABLE solution_cells (
	id VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
INSERT INTO "solution_cells" VALUES('ecf209989cd2495787b890549e7b7748');
INSERT INTO "solution_cells" VALUES('ea04e9519ed94833a1467216a7676bfe');
INSERT INTO "solution_cells" VALUES('712f13ed87dd4f0ba76370eff96f65b4');
INSERT INTO "solution_cells" VALUES('1a0f29bfdcc442cf8ddad59a68c56315');
CREATE TABLE source_cell (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	locked BOOLEAN NOT NULL, 
	source TEXT, 
	checksum VARCHAR(128), 
	notebook_id VARCHAR(32), 
	PRIMARY KEY (id), 
	UNIQUE (name, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "source_cell" VALUES('b59c6e0f48fd4850bb8f6657db6dd998','provided-imports','code',1,'import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, arrays, backprop, data, distributions, gates, gradient_proof
from nnlib import forward as passes
from nnlib import initializers, landscapes, layers, losses, metrics, optimizers, packing
from nnlib import perceptron, plots, slow_learning, statistics, tiny_network, two_layers
from nnlib import widgets, xor
from nnlib.attention import attention_weights
from nnlib.autograd import Tensor, training
from nnlib.autograd.tape import run_tape
from nnlib.batches import batch_indices as library_batch_indices
from nnlib.digits import load_digits, vary
from nnlib.early_stopping import EarlyStopping
from nnlib.layers import BatchNorm, Dropout, Linear, ReLU
from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS, CROSS_ENTROPY_FROM_LOGITS
from nnlib.mlp import multilayer_perceptron
from nnlib.network import Network
from nnlib.optimizers import SGD, Adam, Momentum, RMSprop
from nnlib.passes import weight_gradient_norms
from nnlib.recurrence import run_rnn
from nnlib.regularizers import L1, L2
from nnlib.training import Trainer','df6b19bb59078c46e71a85a9d5d16748','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('e5e66700a1cc4861950f3ef0719ecc82','neuron-net_input','code',0,'def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    # YOUR CODE HERE
    raise NotImplementedError()','e82fefd0293e91fab447e31f241b844a','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('1a29e93171694077b3ad7b6cb180df2c','neuron-net_input-check','code',1,'check("neuron.net_input")','00630d26073d871c3e81d31b7d44d8d4','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('3cbb267b81a444b98d7a0bacac77fc77','neuron-relu','code',0,'def relu(z):
    """Return max(0, z)."""
    # YOUR CODE HERE
    raise NotImplementedError()','0aa170aec33bd3c94a8868c0f5cf7095','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('ed7f9955a7b144b6942c1579fddf192b','neuron-relu-check','code',1,'check("neuron.relu")','7832a03c3b10fe8fb13d2a62a9160732','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('798c5133d185458b8945967b7f5db525','neuron-leaky_relu','code',0,'def leaky_relu(z, slope=0.01):
    """Return z, or slope times z where z is negative."""
    # YOUR CODE HERE
    raise NotImplementedError()','64922f0568e3a012965a61c2cb6a3c4e','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('939a6df57ecc49948b1d7a3d095411e0','neuron-leaky_relu-check','code',1,'check("neuron.leaky_relu")','fb946192af7bf4aaf1be184f65a9f6e8','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('91be63093fdb427abe4c68383459a571','neuron-synapse_role-check','code',1,'check("neuron.synapse_role")','f4e10924554fde71d8582ed3094c0c16','29ecfedf761049cbaf02e16f01d1cfe2');
INSERT INTO "source_cell" VALUES('0bd2212e01ba4b3b86e9381ad2679852','neuron-compare','markdown',0,'Compare both neurons.

YOUR ANSWER HERE','d53c31e000a35e61a2792a38f74e12bb','29ecfedf761049cbaf02e16f01d1cfe2');
CREATE TABLE student (
	id VARCHAR(128) NOT NULL, 
	first_name VARCHAR(128), 
	last_name VARCHAR(128), 
	email VARCHAR(128), 
	lms_user_id VARCHAR(128), 
	PRIMARY KEY (id)
);
INSERT INTO "student" VALUES('bob',NULL,NULL,NULL,NULL);
INSERT INTO "student" VALUES('eva',NULL,NULL,NULL,NULL);
INSERT INTO "student" VALUES('cem',NULL,NULL,NULL,NULL);
INSERT INTO "student" VALUES('ann',NULL,NULL,NULL,NULL);
CREATE TABLE submitted_assignment (
	id VARCHAR(32) NOT NULL, 
	assignment_id VARCHAR(32), 
	student_id VARCHAR(128), 
	timestamp DATETIME, 
	extension DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (assignment_id, student_id), 
	FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	FOREIGN KEY(student_id) REFERENCES student (id)
);
INSERT INTO "submitted_assignment" VALUES('ce7aadb3aadb457d863a4b6e6d6f9706','b541aad7a8084594bec6756bc78ffc42','bob','2026-10-03 10:00:00.000000',NULL);
INSERT INTO "submitted_assignment" VALUES('e98502a81be74c73a61981c6fadd2ca1','b541aad7a8084594bec6756bc78ffc42','cem','2026-10-01 19:00:00.000000',NULL);
INSERT INTO "submitted_assignment" VALUES('2f3f8a936d7d40ea98b21331fdd29358','b541aad7a8084594bec6756bc78ffc42','eva','2026-10-01 12:00:00.000000',NULL);
INSERT INTO "submitted_assignment" VALUES('c9297092d6d54664a6f4bcbf163ebda2','b541aad7a8084594bec6756bc78ffc42','ann','2026-10-01 20:00:00.000000',NULL);
CREATE TABLE submitted_notebook (
	id VARCHAR(32) NOT NULL, 
	assignment_id VARCHAR(32), 
	notebook_id VARCHAR(32), 
	flagged BOOLEAN, 
	late_submission_penalty FLOAT, 
	PRIMARY KEY (id), 
	UNIQUE (notebook_id, assignment_id), 
	FOREIGN KEY(assignment_id) REFERENCES submitted_assignment (id), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "submitted_notebook" VALUES('8bf71081fa984435a81cc7143d7fbe47','ce7aadb3aadb457d863a4b6e6d6f9706','29ecfedf761049cbaf02e16f01d1cfe2',0,2.0);
INSERT INTO "submitted_notebook" VALUES('fd829acc6dee4dfb880a2d4ebe64c3c4','e98502a81be74c73a61981c6fadd2ca1','29ecfedf761049cbaf02e16f01d1cfe2',1,NULL);
INSERT INTO "submitted_notebook" VALUES('cb0cafbb5da94533a217bd34b640cfc7','2f3f8a936d7d40ea98b21331fdd29358','29ecfedf761049cbaf02e16f01d1cfe2',0,NULL);
INSERT INTO "submitted_notebook" VALUES('82dd7524aaa74cf2aab4551dcb7bc16c','c9297092d6d54664a6f4bcbf163ebda2','29ecfedf761049cbaf02e16f01d1cfe2',0,NULL);
CREATE TABLE task_cells (
	id VARCHAR(32) NOT NULL, 
	max_score FLOAT NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
COMMIT;
