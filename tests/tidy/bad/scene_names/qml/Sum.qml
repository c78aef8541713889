Loader {
    source: "Scenes/" + name + ".qml"
}
