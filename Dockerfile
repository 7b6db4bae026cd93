# Grades a course in a container, at the level of isolation "full" on every system that runs Docker:
#
#     docker build --tag neuron-to-network .
#     docker run --rm --network none --cap-add SYS_ADMIN --security-opt apparmor=unconfined \
#       --volume "$PWD/autumn:/course" neuron-to-network grade /course
#
# Libraries that course.toml names are installed once, by the same without --network none and with
# `course libraries /course` at the end.
#
# SYS_ADMIN is what the grader needs to make namespaces for students' code; that code itself runs
# without any power. Without the two options the level is "restricted".
FROM python:3.11-slim

COPY pyproject.toml setup.py constraints.txt README.md LICENSE /build/
COPY nnlib /build/nnlib
COPY autograder /build/autograder
COPY neuron_to_network /build/neuron_to_network
COPY lessons /build/lessons
COPY solutions /build/solutions
RUN pip install --no-cache-dir --constraint /build/constraints.txt "/build[grading]" \
 && rm -r /build

VOLUME /course
WORKDIR /course
ENTRYPOINT ["autograder"]
CMD ["--help"]
