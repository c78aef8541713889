cmake -B /tmp/build-mine
